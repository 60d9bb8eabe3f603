import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Looks for texts of a person, however they are disguised. */
export class Disguises {
    private readonly sought: readonly string[];

    /**
     * @param texts - At least six characters each, since what is looked for is also what base64 makes of them.
     * @param lexemes - What search indexes make of them, such as `to_tsvector` does. @default none
     */
    constructor(texts: readonly string[], lexemes: readonly string[] = []) {
        this.sought = [
            ...new Set([...texts.flatMap(disguisesOf), ...lexemes].map(text => text.toLowerCase())),
        ];
    }

    /** @returns the disguises that `content` has, in lower case; also when it is compressed. */
    in(content: string | Buffer): string[] {
        const texts = typeof content === 'string' ? [content] : [content.toString('latin1')];
        if (typeof content !== 'string') {
            // As itself too: umlauts are one byte in Latin 1, and two in UTF-8.
            texts.push(content.toString('utf8'), content.toString('utf16le'), ...unpacked(content));
        }
        const found = texts.map(text => text.toLowerCase());
        return this.sought.filter(word => found.some(text => text.includes(word)));
    }
}

/** As it is, in hexadecimal, in a URL, as a hash without salt, and as base64 makes of it at each place it can begin. */
function disguisesOf(text: string): string[] {
    return [text, text.toLowerCase(), text.toUpperCase()].flatMap(form => {
        const encoded = [0, 1, 2].map(shift => base64(form, shift));
        return [
            form,
            encodeURIComponent(form),
            encodeURIComponent(form).replaceAll('%20', '+'),
            JSON.stringify(form).slice(1, -1),
            Buffer.from(form).toString('hex'),
            ...encoded,
            ...encoded.map(each => each.replaceAll('+', '-').replaceAll('/', '_')),
            ...['md5', 'sha1', 'sha256'].flatMap(algorithm => {
                const hash = createHash(algorithm).update(form).digest();
                return [hash.toString('hex'), hash.toString('base64').replace(/=+$/, '')];
            }),
        ];
    });
}

/** Without the letters that what stands before or after has a part in. */
function base64(form: string, shift: number): string {
    const bytes = Buffer.byteLength(form);
    const encoded = Buffer.concat([Buffer.alloc(shift, 'x'), Buffer.from(form)]).toString('base64');
    return encoded.slice(shift ? shift + 1 : 0, Math.floor(((bytes + shift) * 8) / 6));
}

function unpacked(content: Buffer): string[] {
    return [gunzipSync, inflateSync, brotliDecompressSync].flatMap(unpack => {
        try {
            return [unpack(content).toString('utf8')];
        } catch {
            return [];
        }
    });
}
