-- Drives the language server from Neovim's own client and prints one line of JSON. Works from Neovim 0.7 on.
-- Run as: nvim --headless --clean FILE -c 'luafile neovim.lua'. OPGAVENWIJZER_SETUPS is a folder with what docs/editors.md
-- says to put in init.lua, a file for each version that needs its own.
local PATIENCE = 60000

local function await(what, ready)
  if not vim.wait(PATIENCE, ready, 20) then
    io.stderr:write('wacht vergeefs op ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end

local version = vim.fn.has('nvim-0.11') == 1 and '0.11' or vim.fn.has('nvim-0.8') == 1 and '0.8' or '0.7'
dofile(vim.env.OPGAVENWIJZER_SETUPS .. '/' .. version .. '.lua')
dofile(vim.env.OPGAVENWIJZER_SETUPS .. '/studie.lua')
local buffer = vim.api.nvim_get_current_buf()
vim.bo[buffer].filetype = 'markdown'

-- Renamed in 0.10.
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local client
await('de server', function()
  client = clients()[1]
  return client and client.initialized and client.server_capabilities
end)
await('meldingen', function()
  return #vim.diagnostic.get(buffer) > 0
end)

local function ask(method, params)
  local answer
  local function take(_, result)
    answer = { result = result }
  end
  -- A method of the client since 0.11, a function before.
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, take, buffer)
  else
    client.request(method, params, take, buffer)
  end
  await(method, function()
    return answer
  end)
  return answer.result
end

local document = { uri = vim.uri_from_bufnr(buffer) }
local function at(line, column)
  return { textDocument = document, position = { line = line, character = column } }
end

local findings = {}
for _, finding in ipairs(vim.diagnostic.get(buffer)) do
  table.insert(findings, {
    code = finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code),
    message = finding.message,
    line = finding.lnum,
    column = finding.col,
  })
end

local hover = ask('textDocument/hover', at(2, 25))

-- Completion as it comes while somebody types in the last line.
vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'Wij splitsen woningen [@splitsen' })
local last = vim.api.nvim_buf_line_count(buffer) - 1
local completion = ask('textDocument/completion', at(last, 32))

local first = vim.diagnostic.get(buffer)[1]
local range = { start = { line = first.lnum, character = first.col }, ['end'] = { line = first.end_lnum, character = first.end_col } }
local lsp = first.user_data and first.user_data.lsp
local actions = ask('textDocument/codeAction', {
  textDocument = document,
  range = range,
  context = {
    diagnostics = {
      {
        range = range,
        message = first.message,
        severity = first.severity,
        source = first.source,
        code = lsp and lsp.code or first.code,
        data = lsp and lsp.data or nil,
      },
    },
  },
})

-- From a citation to the study, as `gd` goes.
vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'Wij bouwen [@trendstudie:nieuwbouw-aanjagen].' })
local place = ask('textDocument/definition', at(last + 1, 30))
place = place[1] or place
if vim.lsp.util.show_document then
  vim.lsp.util.show_document(place, 'utf-16')
else
  vim.lsp.util.jump_to_location(place, 'utf-16')
end
local page = vim.api.nvim_buf_get_lines(0, 0, -1, false)

local function map(items, of)
  local list = {}
  for _, item in ipairs(items or {}) do
    table.insert(list, of(item))
  end
  return list
end
io.stdout:write(vim.json.encode({
  findings = findings,
  page = page,
  line = (place.range or place.targetRange).start.line,
  hover = hover and hover.contents.value,
  completion = map(completion.items or completion, function(item)
    return item.label
  end),
  actions = map(actions, function(action)
    return action.title
  end),
}) .. '\n')
vim.cmd('qall!')
