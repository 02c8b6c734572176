-- As a writer who knows no styles: a heading is a line in larger letters (in half points).
local sizes = {40, 34, 30, 28, 28, 28}
function Header(heading)
  local text = pandoc.utils.stringify(heading.content):gsub('&', '&amp;'):gsub('<', '&lt;')
  return pandoc.RawBlock('openxml', '<w:p><w:r><w:rPr><w:sz w:val="' .. sizes[heading.level] .. '"/></w:rPr><w:t xml:space="preserve">' .. text .. '</w:t></w:r></w:p>')
end
