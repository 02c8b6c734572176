-- Each block of code of the input is a text: it makes way for what Pandoc reads in it. The names that headings get by
-- themselves follow from their words.
function CodeBlock(block)
  return pandoc.CodeBlock(pandoc.write(pandoc.read(block.text, 'markdown-auto_identifiers'), 'json'))
end
