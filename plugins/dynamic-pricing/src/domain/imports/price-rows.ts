/** One line of a file or feed, as its columns were read. */
export interface RawRow {
    readonly line: number;
    readonly columns: Readonly<Record<string, string | undefined>>;
}

export interface AcceptedPrice {
    readonly line: number;
    readonly sku: string;
    /** In minor units. */
    readonly amount: number;
    readonly competitor: string | null;
    readonly observedAt: Date;
}

type RowReason =
    | 'sku-missing'
    | 'sku-unknown'
    | 'formula'
    | 'amount-not-a-number'
    | 'amount-not-positive'
    | 'amount-too-large'
    | 'wrong-currency'
    | 'likely-cents-for-units'
    | 'likely-units-for-cents'
    | 'competitor-missing'
    | 'observed-in-the-future'
    | 'observed-too-long-ago'
    | 'date-not-readable'
    | 'repeated';

export interface RejectedRow {
    readonly line: number;
    readonly reason: RowReason;
    /** The offending text, shortened and made harmless. */
    readonly value: string;
}

export interface RowExpectations {
    readonly kind: 'competitor' | 'cost';
    readonly currencyCode: string;
    readonly now: Date;
    /** Older observations are refused, in hours. */
    readonly maxAgeHours: number;
    /** The shop's own prices by SKU, in minor units; a SKU that is not there is unknown. */
    readonly ownPrices: ReadonlyMap<string, number>;
    /** Digits after the point in this currency. */
    readonly decimals: number;
    /** For a feed of one competitor, whose rows do not name it. */
    readonly competitor?: string;
}

export interface CheckedRows {
    readonly accepted: readonly AcceptedPrice[];
    readonly rejected: readonly RejectedRow[];
}

/** A price this many times the shop's own, or this part of it, is a slip of the decimal point. */
const SLIP = 20;
const MINUTE = 60_000;

/** Sorts rows into those that can be trusted and those that can not, each with its reason. */
export function checkRows(rows: readonly RawRow[], expected: RowExpectations): CheckedRows {
    const accepted: AcceptedPrice[] = [];
    const rejected: RejectedRow[] = [];
    const seen = new Set<string>();
    for (const row of rows) {
        const checked = checkRow(row, expected);
        if ('reason' in checked) {
            rejected.push(checked);
            continue;
        }
        const key = JSON.stringify([checked.sku, checked.competitor]);
        if (seen.has(key)) {
            rejected.push({ line: row.line, reason: 'repeated', value: shown(checked.sku) });
        } else {
            seen.add(key);
            accepted.push(checked);
        }
    }
    return { accepted, rejected };
}

function checkRow({ line, columns }: RawRow, expected: RowExpectations): AcceptedPrice | RejectedRow {
    const reject = (reason: RowReason, value = ''): RejectedRow => ({ line, reason, value: shown(value) });
    const row = textOf(columns, expected);
    const formula = Object.values(row).find(isFormula);
    if (formula !== undefined) {
        return reject('formula', formula);
    }
    if (row.sku === '') {
        return reject('sku-missing');
    }
    if (row.currency.toUpperCase() !== expected.currencyCode) {
        return reject('wrong-currency', row.currency);
    }
    const own = expected.ownPrices.get(row.sku);
    if (own === undefined) {
        return reject('sku-unknown', row.sku);
    }
    const amount = minorUnits(row.amount, expected.decimals);
    const wrong = wrongAmount(amount, own, expected.kind);
    if (wrong) {
        return reject(wrong, row.amount);
    }
    if (expected.kind === 'competitor' && row.competitor === '') {
        return reject('competitor-missing');
    }
    const observedAt = row.observedAt === '' ? expected.now : new Date(row.observedAt);
    const late = wrongMoment(observedAt, expected);
    return late
        ? reject(late, row.observedAt)
        : { line, sku: row.sku, amount, competitor: row.competitor || null, observedAt };
}

/** A column that is not there is empty. */
function textOf(columns: RawRow['columns'], { kind, competitor }: RowExpectations) {
    const of = (name: string, otherwise = '') => columns[name] ?? otherwise;
    return {
        sku: of('sku'),
        amount: of(kind === 'cost' ? 'cost' : 'price'),
        currency: of('currency'),
        competitor: of('competitor', competitor),
        observedAt: of('observedAt'),
    };
}

function wrongAmount(amount: number, own: number, kind: RowExpectations['kind']): RowReason | null {
    if (Number.isNaN(amount)) {
        return 'amount-not-a-number';
    }
    if (amount <= 0) {
        return 'amount-not-positive';
    }
    if (amount > 2_147_483_647) {
        return 'amount-too-large';
    }
    if (own > 0 && amount > own * SLIP) {
        return 'likely-cents-for-units';
    }
    // A cost may be a small part of the price.
    return own > 0 && amount < own / (kind === 'cost' ? SLIP * 5 : SLIP) ? 'likely-units-for-cents' : null;
}

function wrongMoment(observed: Date, { now, maxAgeHours }: RowExpectations): RowReason | null {
    const age = now.getTime() - observed.getTime();
    if (Number.isNaN(age)) {
        return 'date-not-readable';
    }
    if (age < -5 * MINUTE) {
        return 'observed-in-the-future';
    }
    return age > maxAgeHours * 60 * MINUTE ? 'observed-too-long-ago' : null;
}

/** `12.5` or `12,50` in units of the currency; `NaN` for anything else, thousands separators included. */
function minorUnits(text: string, decimals: number): number {
    return /^-?\d{1,10}([.,]\d{1,4})?$/.test(text)
        ? Math.round(Number(text.replace(',', '.')) * 10 ** decimals)
        : NaN;
}

/** What a spreadsheet would run. A plain negative number is none. */
function isFormula(text: string): boolean {
    return /^[=+@\t\r|]/.test(text) || (text.startsWith('-') && !/^-\d/.test(text));
}

/** Short, on one line, and with nothing in front that a spreadsheet would run. */
function shown(text: string): string {
    const line = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 60);
    return isFormula(line) ? `'${line}` : line;
}
