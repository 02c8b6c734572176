import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/**
 * A connection over standard input and output that ends with its editor: when the pipe closes, and also when what
 * comes in cannot be told apart into messages any more. The library would stay, and never hear a message again.
 */
export function stdioConnection(): Connection {
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout));
  let code = 1;
  connection.onShutdown(() => {
    code = 0;
  });
  const end = (): void => process.exit(code);
  process.stdin.on('end', end);
  process.stdin.on('close', end);
  reader.onError((error) => {
    // One message that is no JSON, or no message, was read whole: the next one is found.
    if (error instanceof SyntaxError || error instanceof TypeError) return;
    process.stderr.write(`De berichten van de editor zijn niet te lezen; de server stopt. ${error.message}\n`);
    process.exit(1);
  });
  return connection;
}
