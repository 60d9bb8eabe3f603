/** @import { WriteStream } from 'node:tty' */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 80;
const BAR_WIDTH = 24;

/**
 * One step that is under way.
 *
 * @typedef {object} Step
 * @property {string} label
 * @property {number} startedAt
 * @property {string} detail
 * @property {number | undefined} share - From 0 to 1, when it is known.
 */

/**
 * Lets a step say how far it has come.
 *
 * @callback Report
 * @param {string} detail
 * @param {number} [share] - From 0 to 1.
 * @returns {void}
 */

/**
 * Shows the steps of the start. In a terminal: a spinner, a bar and a running time for each step under way, then a
 * tick and how long it took. Elsewhere: a plain line at the beginning and one at the end of each.
 */
export class Progress {
    /** @type {Set<Step>} */
    #active = new Set();
    #drawnLines = 0;
    #frame = 0;
    /** @type {NodeJS.Timeout | undefined} */
    #timer;

    /**
     * @param {WriteStream | NodeJS.WritableStream} stream
     * @param {NodeJS.ProcessEnv} env
     */
    constructor(stream, env) {
        this.stream = stream;
        this.isLive = 'isTTY' in stream && stream.isTTY && env.TERM !== 'dumb';
        this.hasColour = this.isLive && !env.NO_COLOR;
    }

    /**
     * @template T
     * @param {string} label
     * @param {(report: Report) => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(label, work) {
        /** @type {Step} */
        const step = { label, startedAt: Date.now(), detail: '', share: undefined };
        this.#begin(step);
        try {
            const result = await work((detail, share) => this.#update(step, detail, share));
            this.#end(step, this.paint('32', '✔'));
            return result;
        } catch (error) {
            this.#end(step, this.paint('31', '✖'));
            throw error;
        }
    }

    /**
     * A line above the steps that are under way.
     *
     * @param {string} text
     */
    say(text) {
        this.#erase();
        this.stream.write(`${text}\n`);
        this.#draw();
    }

    /**
     * @param {string} code - Of the colour, as in `ESC[<code>m`.
     * @param {string} text
     */
    paint(code, text) {
        return this.hasColour ? `\u001b[${code}m${text}\u001b[0m` : text;
    }

    /** @param {Step} step */
    #begin(step) {
        this.#active.add(step);
        if (!this.isLive) {
            this.say(`… ${step.label}`);
            return;
        }
        this.#timer ??= setInterval(() => {
            this.#frame++;
            this.#erase();
            this.#draw();
        }, FRAME_MS);
        this.#timer.unref();
        this.#erase();
        this.#draw();
    }

    /**
     * @param {Step} step
     * @param {string} detail
     * @param {number | undefined} share
     */
    #update(step, detail, share) {
        const isNews = detail !== step.detail;
        step.detail = detail;
        step.share = share;
        if (!this.isLive && isNews && detail) {
            this.say(`    ${detail}`);
        }
    }

    /**
     * @param {Step} step
     * @param {string} mark
     */
    #end(step, mark) {
        this.#active.delete(step);
        if (this.#active.size === 0) {
            clearInterval(this.#timer);
            this.#timer = undefined;
        }
        this.say(`${mark} ${step.label} ${this.paint('2', duration(Date.now() - step.startedAt))}`);
    }

    #erase() {
        if (this.isLive && this.#drawnLines > 0) {
            this.stream.write(`\u001b[${this.#drawnLines}A\u001b[0J`);
        }
        this.#drawnLines = 0;
    }

    #draw() {
        if (!this.isLive) {
            return;
        }
        const columns = ('columns' in this.stream && this.stream.columns) || 80;
        const frame = FRAMES[this.#frame % FRAMES.length] ?? '';
        for (const step of this.#active) {
            const line = stepLine(step, Date.now()).slice(0, columns - 3);
            this.stream.write(`${this.paint('36', frame)} ${line}\n`);
            this.#drawnLines++;
        }
    }
}

/**
 * @param {Step} step
 * @param {number} now
 * @returns {string}
 */
export function stepLine(step, now) {
    const time = duration(now - step.startedAt);
    const bar = step.share === undefined ? '' : `${progressBar(step.share)} `;
    return `${step.label} ${bar}${time}${step.detail ? ` · ${step.detail}` : ''}`;
}

/**
 * @param {number} share - From 0 to 1; more or less is cut off.
 * @returns {string}
 */
export function progressBar(share) {
    const cut = Math.min(1, Math.max(0, share));
    const full = Math.round(cut * BAR_WIDTH);
    return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${String(Math.round(cut * 100)).padStart(3)} %`;
}

/**
 * @param {number} milliseconds
 * @returns {string} E.g. `0.4 s`, `12.3 s`, `2 min 05 s`.
 */
export function duration(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds < 60) {
        return `${seconds.toFixed(1)} s`;
    }
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
