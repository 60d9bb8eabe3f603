import express, { type RequestHandler } from 'express';

const MAX_QUERY = '100kb';

/** With `csrfPrevention`, Apollo asks for one of these with what a form could send. The upload parser runs earlier. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];

const parseJson = express.json({ limit: MAX_QUERY });

/**
 * Takes what a GraphQL API is made for, and answers the rest as the caller's fault: a body that is too large or no
 * JSON, and the content types that a page of any site may post without asking first. Vendure's own parsers come
 * later and answer the same with a 500.
 */
export const fitBody: RequestHandler = (request, response, next) => {
    const refuse = (status: number, message: string) =>
        response.status(status).json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    if (request.method === 'POST' && !request.is('application/json') && !mayBeUpload(request)) {
        refuse(
            400,
            'A GraphQL request is sent as application/json; an upload also has apollo-require-preflight.',
        );
        return;
    }
    parseJson(request, response, (error?: { status?: number; type?: string }) => {
        if (!error) {
            next();
        } else if (error.status === 413) {
            refuse(413, `A query may have ${MAX_QUERY}.`);
        } else {
            refuse(400, 'The body is no JSON.');
        }
    });
};

function mayBeUpload(request: Parameters<RequestHandler>[0]): boolean {
    return !!request.is('multipart/form-data') && PREFLIGHT_HEADERS.some(name => request.get(name));
}
