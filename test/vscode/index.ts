// The test files of the suite, in the order they run. A file that is not listed does not run.
import './activate.test';
import './diagnostics.test';
import './hover.test';
import './completion.test';
import './coverage-view.test';
import './study.test';
import './source.test';
import './navigation.test';
import './quick-fix.test';
import './decide.test';
import './report.test';
import './first-hour.test';
import './virtual.test';
import './settings.test';
import './preview.test';
import './restart.test';
