import { beginAfterPaint } from './begin-after-paint';

/**
 * By which a browser is told early of a script; a script of Next.js' or React's own, which begins whenever it has come
 * (others have more attributes, and are left); the beginning of a script that stands in the page.
 */
const tags =
    /<link rel="preload" as="script"[^<>]* href="\/_next\/static\/[^<>]+>|<script src="(\/_next\/static\/[^"<>]+)" (?:async="" nonce="[\w-]+"|nonce="[\w-]+" async="")><\/script>|<script nonce="([\w-]+)"[^<>]*>/g;

/** How each of those begins, and what it is not whole without. */
const parts = [
    { beginning: '<link rel="preload" as="script"', end: '>' },
    { beginning: '<script src="/_next/static/', end: '</script>' },
    { beginning: '<script nonce="', end: '>' },
];

/** None is longer, in bytes: what comes after one that does not end is not held back. */
const LONGEST_TAG = 500;

const nothing = Buffer.alloc(0);

/**
 * The bytes of a page on their way to the browser. Its scripts are taken out, and in their place comes a call that has
 * them begin after the first paint, so that the browser neither loads nor runs them before. The call stands at the
 * next script that is written in the page: any before that would have the browser wait for the styles. A page without
 * such scripts stays as it is, also one that was changed before.
 */
export class LateScripts {
    private held = nothing;
    private taken: string[] = [];
    private nonce = '';
    private hasLoader = false;

    /** @returns What can be sent of the page so far. A tag that has not come wholly is held back. */
    next(chunk: Buffer): Buffer {
        const text = Buffer.concat([this.held, chunk]).toString('latin1');
        const end = endOfWhole(text);
        this.held = Buffer.from(text.slice(end), 'latin1');
        return Buffer.from(this.change(text.slice(0, end)), 'latin1');
    }

    /** @returns What is still to be sent when nothing comes any more. */
    rest(): Buffer {
        const left = Buffer.concat([this.held, Buffer.from(this.call())]);
        this.held = nothing;
        return left;
    }

    private change(text: string): string {
        return text.replace(tags, (tag, address: string | undefined, nonce: string | undefined) => {
            if (nonce) {
                return this.call() + tag;
            }
            if (address) {
                this.taken.push(address);
                this.nonce = / nonce="([^"]+)"/.exec(tag)?.[1] ?? '';
            }
            return '';
        });
    }

    private call(): string {
        if (this.taken.length === 0) {
            return '';
        }
        const loader = this.hasLoader ? '' : beginAfterPaint;
        const addresses = JSON.stringify(this.taken);
        this.hasLoader = true;
        this.taken = [];
        return `<script nonce="${this.nonce}">${loader}efiLater(${addresses})</script>`;
    }
}

/** Before a tag at the end that may be one to change once all of it is there. */
function endOfWhole(text: string): number {
    const from = Math.max(0, text.length - LONGEST_TAG);
    for (let at = text.indexOf('<', from); at !== -1; at = text.indexOf('<', at + 1)) {
        const tail = text.slice(at);
        const part = parts.find(({ beginning }) => tail.startsWith(beginning) || beginning.startsWith(tail));
        if (part && !tail.includes(part.end)) {
            return at;
        }
    }
    return text.length;
}
