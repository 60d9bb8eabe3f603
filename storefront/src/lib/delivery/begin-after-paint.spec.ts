import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginAfterPaint } from './begin-after-paint';

interface Script {
    src?: string;
    async?: boolean;
    nonce?: string;
}

/** A browser that has come to the first script of a page, and no further than it is told. */
class Browser {
    readonly begun: Script[] = [];
    readonly pictures: { decode: () => Promise<void> }[] = [];
    private frames: (() => void)[] = [];
    private timers: { then: () => void; after: number }[] = [];
    private listeners = new Map<string, () => void>();
    private tellOfPaint: ((list: { getEntriesByName: (name: string) => unknown[] }) => void) | undefined;
    private readonly window: { efiLater?: (addresses: readonly string[]) => void } = {};

    read(visibilityState: 'visible' | 'hidden' = 'visible', observesPaint = true): this {
        const setTeller = (tell: Browser['tellOfPaint']) => (this.tellOfPaint = tell);
        class Observer {
            constructor(tell: Browser['tellOfPaint']) {
                setTeller(tell);
            }
            observe() {
                if (!observesPaint) {
                    throw new TypeError('unknown type');
                }
            }
        }
        runInNewContext(beginAfterPaint, {
            window: this.window,
            document: {
                currentScript: { nonce: 'n' },
                visibilityState,
                head: { appendChild: (script: Script) => this.begun.push(script) },
                createElement: () => ({}),
                querySelectorAll: () => this.pictures,
                addEventListener: (name: string, listener: () => void) => this.listeners.set(name, listener),
            },
            requestAnimationFrame: (then: () => void) => this.frames.push(then),
            setTimeout: (then: () => void, after: number) => this.timers.push({ then, after }),
            PerformanceObserver: Observer,
        });
        return this;
    }

    come(...addresses: string[]): void {
        this.window.efiLater?.(addresses);
    }

    paint(name = 'first-contentful-paint'): void {
        this.tellOfPaint?.({ getEntriesByName: asked => (asked === name ? [{}] : []) });
    }

    frame(): void {
        this.frames.splice(0).forEach(then => then());
    }

    wait(milliseconds: number): void {
        this.timers.filter(({ after }) => after <= milliseconds).forEach(({ then }) => then());
    }

    happen(name: string): void {
        this.listeners.get(name)?.();
    }
}

let browser: Browser;
const settled = () => new Promise(resolve => setImmediate(resolve));
const addresses = () => browser.begun.map(({ src }) => src);

beforeEach(() => (browser = new Browser()));

describe('scripts', () => {
    it('begin in their order when a frame has come after the first paint with something in it', async () => {
        browser.read().come('/a.js');
        browser.come('/b.js');
        browser.frame();
        browser.paint('first-paint');
        browser.frame();
        browser.frame();
        expect(addresses()).toEqual([]);
        browser.paint();
        await settled();
        browser.frame();
        expect(addresses()).toEqual([]);
        browser.frame();
        expect(browser.begun).toEqual(['/a.js', '/b.js'].map(src => ({ src, async: false, nonce: 'n' })));
    });

    it.each(['there', 'broken'])('wait for the large pictures, and for one that is %s, too', async end => {
        const ends: (() => void)[] = [];
        const decode = () =>
            new Promise<void>((resolve, reject) =>
                ends.push(() => (end === 'there' ? resolve() : reject(new Error(end)))),
            );
        browser.pictures.push({ decode: () => Promise.resolve() }, { decode });
        browser.read().come('/a.js');
        browser.paint();
        await settled();
        browser.frame();
        browser.frame();
        expect(addresses()).toEqual([]);
        ends.forEach(finish => finish());
        await settled();
        browser.frame();
        browser.frame();
        expect(addresses()).toEqual(['/a.js']);
    });

    it('begin at once when they come later, and none twice', () => {
        browser.read().come('/a.js');
        browser.happen('keydown');
        browser.come('/b.js');
        browser.paint();
        browser.frame();
        browser.frame();
        browser.wait(10_000);
        expect(addresses()).toEqual(['/a.js', '/b.js']);
    });

    it.each(['pointerdown', 'keydown', 'touchstart', 'focusin', 'visibilitychange'])(
        'begin at once on %s',
        name => {
            browser.read().come('/a.js');
            browser.happen(name);
            expect(addresses()).toEqual(['/a.js']);
        },
    );

    it('begin at once where nobody looks', () => {
        browser.read('hidden').come('/a.js');
        expect(addresses()).toEqual(['/a.js']);
    });

    it('begin after three seconds without a paint', () => {
        browser.read().come('/a.js');
        browser.wait(2_999);
        expect(addresses()).toEqual([]);
        browser.wait(3_000);
        expect(addresses()).toEqual(['/a.js']);
    });

    it('begin after two frames where paints are not told of', () => {
        browser.read('visible', false).come('/a.js');
        browser.frame();
        browser.frame();
        expect(addresses()).toEqual(['/a.js']);
    });
});
