// The test files of the suite, in the order they run. A file that is not listed does not run.
import './activate.test';
import './diagnostics.test';
import './hover.test';
import './completion.test';
