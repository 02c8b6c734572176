import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** What the reader says when it does not know where a message ends and the next one begins. */
const LOST = /^(?:Header must provide|Content-Length value|Message header must)/;

/**
 * A connection over standard input and output that ends with its editor: when the pipe closes, and also when what
 * comes in cannot be told apart into messages any more. The library would stay, and never hear a message again.
 */
export function stdioConnection(options: ConnectionOptions): Connection {
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout), options);
  let code = 1;
  connection.onShutdown(() => {
    code = 0;
  });
  const end = (): void => process.exit(code);
  process.stdin.on('end', end);
  process.stdin.on('close', end);
  reader.onError((error) => {
    // Anything else is about one message, which was read whole: the next one is found.
    if (!LOST.test(error.message)) return;
    process.stderr.write(`De berichten van de editor zijn niet te lezen; de server stopt. ${error.message}\n`);
    process.exit(1);
  });
  return connection;
}
