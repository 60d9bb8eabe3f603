import type { ShopHttpResponse } from './shop-http';

export interface Captured {
    readonly status: number;
    readonly contentType: string;
    readonly setsSession: boolean;
    readonly body: Buffer;
}

/**
 * Looks on while an answer is sent.
 *
 * @param tokenHeader - In which Vendure hands out a session.
 * @param beforeSent - May still set headers; it gets the whole body.
 * @returns the answer once it is sent; `undefined` when it came in pieces or never.
 */
export function captureAnswer(
    response: ShopHttpResponse,
    tokenHeader: string,
    beforeSent: (body: Buffer) => void,
): Promise<Captured | undefined> {
    return new Promise(resolve => {
        const end = response.end.bind(response) as (...args: unknown[]) => ShopHttpResponse;
        response.end = ((chunk?: unknown, ...rest: unknown[]) => {
            const whole = !response.headersSent && (typeof chunk === 'string' || Buffer.isBuffer(chunk));
            if (!whole) {
                resolve(undefined);
                return end(chunk, ...rest);
            }
            const body = Buffer.from(chunk as string);
            beforeSent(body);
            const result = end(chunk, ...rest);
            resolve({
                status: response.statusCode,
                contentType: String(response.getHeader('content-type') ?? ''),
                // Cookies are written together with the other headers, so they are there only now.
                setsSession: response.hasHeader('set-cookie') || response.hasHeader(tokenHeader),
                body,
            });
            return result;
        }) as ShopHttpResponse['end'];
        response.once('close', () => resolve(undefined));
    });
}
