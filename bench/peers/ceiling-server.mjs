/** What Node alone and Express alone can send: the same bytes for every request, and nothing else. */
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const bytes = readFileSync(process.env.BODY_FILE);
const headers = { 'content-type': 'application/json', 'content-length': bytes.length };

function answer(request, response) {
    request.resume();
    request.on('end', () => {
        response.writeHead(200, headers);
        response.end(bytes);
    });
}

const app = process.env.CEILING === 'express' ? require('express')().use(answer) : answer;
createServer(app).listen(Number(process.env.PORT), '127.0.0.1', () => process.send('ready'));
