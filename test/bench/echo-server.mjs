import { createServer } from 'node:http';

// An API as documented: it answers an upsert with what it was sent.
const server = createServer((request, response) => {
  const chunks = [];
  request
    .on('data', (chunk) => chunks.push(chunk))
    .on('end', () => {
      const { products } = JSON.parse(Buffer.concat(chunks));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          success: true,
          upserted: products.length,
          backInStockEventsTriggered: 0,
          products,
        }),
      );
    });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.on('disconnect', () => process.exit());
