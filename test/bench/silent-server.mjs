import { createServer } from 'node:http';

/** An API that takes everything and does nothing: what is measured is the sender. */
export async function silentServer() {
  let upserts = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.method === 'POST') upserts += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        '{"success":true,"currentCompanyId":"comp_bench","backInStockEventsTriggered":0}',
      );
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    get upserts() {
      return upserts;
    },
    close: () => server.close(),
  };
}
