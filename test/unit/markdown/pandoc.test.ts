import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';
import { proseOf } from '../signals/finding.js';

describe('blocks that Pandoc knows', () => {
  test.each([
    ['a note of two paragraphs', '[^1]: Een.\n\n    Twee.\n\nSlot.', ['[^1]: Een.', 'Twee.', 'Slot.']],
    ['notes on lines below each other', '[^1]: Een.\n[^2]: Twee\nvervolg.', ['[^1]: Een.', '[^2]: Twee vervolg.']],
    ['a note with a list', '[^1]: Een.\n\n    - punt\n', ['[^1]: Een.', 'punt']],
    ['a note without text', '[^1]:\n\nTekst.', ['Tekst.']],
    ['a definition', 'Wonen\n:   Een.\n\n    Twee.\n', ['Wonen', 'Een.', 'Twee.']],
    ['two definitions below a space', 'Wonen\n\n  ~ Een.\n\n  ~ Twee.\n', ['Wonen', 'Een.', 'Twee.']],
    ['a colon that is no definition', 'Wonen\n:zorg\n', ['Wonen :zorg']],
    ['a fenced div', '::: {.kader title="Wonen"}\nTekst.\n:::\n', ['Tekst.']],
    ['a div with a class and a div in it', '::: kader\nA.\n\n:::: rand\nB.\n::::\n\n:::\nC.', ['A.', 'B.', 'C.']],
    ['an item with a letter', 'a)  Een.\n\n    Twee.\n\nb)  Drie.\n', ['a) Een.', 'Twee.', 'b) Drie.']],
    ['an example with a list', '(@x) Een.\n\n    - Twee.\n\nSlot.', ['(@x) Een.', 'Twee.', 'Slot.']],
    ['an item in a quotation', '> iv. Een.\n>\n>     Twee.\n', ['iv. Een.', 'Twee.']],
    ['an initial that begins no item', 'A. Jansen zegt:\n\n    nee\n\nSlot.', ['A. Jansen zegt:', 'Slot.']],
    ['an admonition', '!!! note "Wonen"\n    Een.\n\n    Twee.\n\nSlot.', ['Een.', 'Twee.', 'Slot.']],
    ['an admonition that folds', '??? tip\n    Een.\n', ['Een.']],
    ['exclamations are none', 'Wonen!!! Echt.\n\n!!!\n', ['Wonen!!! Echt.', '!!!']],
    ['a call-out', '> [!NOTE]\n> Een.\n', ['> Een.']],
    [
      'a grid table',
      '+---+----+\n| a | b  |\n+===+====+\n| c | d  |\n|   | e  |\n+---+----+\n\nSlot.',
      ['a', 'b', 'c', 'd', 'e', 'Slot.'],
    ],
    ['a plus that begins no table', '+--- wonen', ['+--- wonen']],
    ['a line block', '| Een\n| Twee\n', ['| Een | Twee']],
    ['a comment with text behind it', '<!-- nee --> Een\nen meer.\n', ['Een en meer.']],
    ['a comment that ends before text', '<!-- nee\nnee --> Een.\n', ['Een.']],
    ['two comments before a text', '<!-- nee --><!-- nee --> Een.\n', ['Een.']],
    ['metadata between the text', 'Een.\n\n---\ntitle: nee\nlijst:\n  - nee\n...\n\nTwee.', ['Een.', 'Twee.']],
    ['rules around a text', 'Een.\n\n---\nTwee: drie vier.\nVijf.\n---\n', ['Een.', 'Twee: drie vier.', 'Vijf. ---']],
    ['rules around a line', 'Een.\n\n---\n\nTwee: drie.\n\n---\n', ['Een.', 'Twee: drie.']],
    ['what Obsidian hides', '%%\nnee\n\nnee\n%%\nEen.', ['Een.']],
    ['what HTML hides', '<div class="x" hidden>\n\nnee\n\n</div>\n\nEen.', ['Een.']],
    ['what a style hides', '<div style="display: none">\nnee\n</div>\nEen.', ['Een.']],
    [
      'what a style makes invisible',
      "<section style='color: red; visibility:hidden'>\nnee\n</section>\nEen.",
      ['Een.'],
    ],
    ['what is hidden with a value', '<div hidden="" id=x>\n\nnee\n\n</div>\n\nEen.', ['Een.']],
    ['a hidden div with a div in it', '<div hidden>\n<div class="x">\nnee\n</div>\n\nnee\n</div>\n\nEen.', ['Een.']],
    ['hidden divs on a line', '<div hidden><div>nee</div>\n\nnee</div>\n\nEen.', ['Een.']],
    ['a style that hides what is too large', '<div style="overflow: hidden">\n\nEen.\n\n</div>', ['Een.']],
    ['what is only read to nobody', '<div aria-hidden="false" class="x">\n\nEen.\n\n</div>', ['Een.']],
    ['a class for small windows', '<section class="hidden md:block">\n\nEen.\n\n</section>', ['Een.']],
    ['a class for paper', '<div class="hidden-print">\n\nEen.\n\n</div>', ['Een.']],
    ['a title that speaks of it', '<div title="not hidden style=display:none">\n\nEen.\n\n</div>', ['Een.']],
    ['HTML that says so', '<div class="x" markdown="1">\nEen.\n\n- twee\n</div>\n\nDrie.', ['Een.', 'twee', 'Drie.']],
    ['HTML that says nothing of it', '<div class="markdown">\nnee\n</div>\n\nDrie.', ['Drie.']],
    ['what is for LaTeX', '\\begin{center}\nnee\n\nnee\n\\end{center}\n\nEen.', ['Een.']],
  ])('%s', (_, markdown, prose) => {
    expect(proseOf(markdown)).toEqual(prose);
  });

  test('a note reaches from its mark to its end', () => {
    const text = 'Een.\n\n[^1]: Noot.\n\n    Vervolg.\n\nSlot.\n';
    const { notes } = parseMarkdown(text);
    expect(text.slice(notes[0], notes[1])).toBe('[^1]: Noot.\n\n    Vervolg.');
  });
});

describe('in a line that is no prose', () => {
  test.each([
    ['attributes of a heading', '# Kop {#wonen .rand}', '# Kop'],
    ['of an image', '![Kaart](x.png){#fig-wonen width=50%} Een.', '![Kaart]( ) Een.'],
    ['of a span', '[Een]{.wonen title="wonen en zorg"} twee.', '[Een] twee.'],
    ['of code', '`x`{=html} een.', 'een.'],
    ['what critics marked', 'Een {==twee==} {++drie++}.', 'Een {==twee==} {++drie++}.'],
    ['braces of the writer', 'Een {p. 3} en {twee}.', 'Een {p. 3} en {twee}.'],
    ['shortcodes', '{{< figure src="wonen" >}} een {{% wonen %}}', 'een'],
    ['formulas', 'Als $wonen = zorg$ of $$wonen$$ dan.', 'Als of dan.'],
    ['amounts', 'Van $ 5 of $5 naar $6, en € 7.', 'Van $ 5 of $5 naar $6, en € 7.'],
    ['formulas in brackets', 'Als \\(a = wonen\\) en \\[b^2 + wonen\\].', 'Als en .'],
    ['brackets from a word processor', 'Een \\[zie wonen\\] en \\(zorg\\).', 'Een \\[zie wonen\\] en \\(zorg\\).'],
    ['commands', 'Een \\label{sec:wonen} en \\textbf{wonen \\emph{zorg}}.', 'Een en .'],
    ['embeds', 'Een ![[wonen.png]] twee.', 'Een twee.'],
    ['the target of a wikilink', 'Een [[wonen|twee]] en [[drie]].', 'Een twee]] en [[drie]].'],
    [
      'where a link with brackets in its words leads',
      'Een.[[1]](#_wonen) Twee [[drie]] (vier).',
      'Een.[[1 Twee [[drie]] (vier).',
    ],
    ['hidden text', 'Een %%wonen%% twee <span hidden>wonen</span>.', 'Een twee .'],
    ['text that a style hides', 'Een <span style="display:none">wonen</span> twee.', 'Een twee.'],
    ['hidden text with the like in it', 'Een <span hidden><span>wonen</span> wonen</span> twee.', 'Een twee.'],
    ['text of which the edge is hidden', 'Een <span style="overflow:hidden">twee</span>.', 'Een twee .'],
    ['a class that speaks of it', 'Een <span class="hidden-print" aria-hidden="true">twee</span>.', 'Een twee .'],
    ['hidden text without an end', 'Een <span hidden>twee.', 'Een twee.'],
    ['a per cent sign', 'Van 5% naar 10%% meer.', 'Van 5% naar 10%% meer.'],
    ['struck text', 'Een ~~wonen~~ {--wonen--} <del>wonen</del> twee.', 'Een twee.'],
    ['tildes of the writer', 'Een ~5 en ~~ 6 ~~ 7.', 'Een ~5 en ~~ 6 ~~ 7.'],
    ['an address', 'Zie https://a.nl/wonen-en-zorg, of www.wonen.nl.', 'Zie , of .'],
    ['an address in emphasis', 'Zie *www.wonen.nl* of (https://a.nl/b_(wonen)).', 'Zie * * of ( ).'],
    ['a host and a mail address', 'Zie waterdam.nl/wonen of wonen@waterdam.nl!', 'Zie of !'],
    ['files', 'Zie /plannen/wonen/x.pdf, C:\\wonen\\x en plan-wonen.docx.', 'Zie , en .'],
    ['slashes of the writer', 'Wonen en/of zorg/welzijn, 3 km/uur.', 'Wonen en/of zorg/welzijn, 3 km/uur.'],
    ['the label of a note', 'Een.[^wonen] Twee.[^1]', 'Een.[^ ] Twee.[^1]'],
    ['in code a mark is no mark', '`a $b` en `c$ d`, `{` en `}` een.', 'en , en een.'],
    ['what is escaped', 'Een \\$wonen\\$ en \\~~zorg~~.', 'Een \\$wonen\\$ en \\~~zorg~~.'],
  ])('%s', (_, markdown, prose) => {
    expect(proseOf(markdown)).toEqual(prose === '' ? [] : [prose]);
  });
});

// With time that grows with the square of the length these take minutes, and the limit of the test catches it.
describe('long texts that open without closing', () => {
  test.each(
    [
      '{.a ', '{{< ', '{{', '{--a ', '{a="', '$a ', '$$', '\\a{', '\\begin{a} ', '\\(a = ', '\\[', '[[a', '![[a', '[[', ']](', '%%', '~~a ',
      '@{', '[^a', '[!a', '<span hidden>', '<del>', 'a.nl', '://', 'www.a', '/a', 'a@b.c', 'C:\\',
      '[^1]: a\n', ': a\n', '::: a\n', '!!! a\n', '> [!a]\n', '+--+\n', '+--+\n| a\n', '---\na: b\n', '%% a\n', '<!-- a --> ', '<div>\n\n',
    ], // biome-ignore format: a list
  )('%j', (opening) => {
    const text = `${opening.repeat(30_000)}\n\nEen alinea erna.\n`;
    parseMarkdown(text);
  });
});
