import { canonicalJson } from '../domain/canonical-json';
import type { PersistedQueries } from './persisted-queries';

/** A request for data, before it is known whether its answer may be kept. */
export interface ShopRequest {
    readonly query: string;
    readonly operationName: string | null;
    /** Canonical JSON. */
    readonly variables: string;
    readonly channelToken: string;
    readonly languageCode: string;
    readonly currencyCode: string;
}

/** What of a request decides. `parameters` are those of its address. */
export interface RawRequest {
    readonly parameters: URLSearchParams;
    readonly channelHeader: string | undefined;
    readonly channelTokenKey: string;
    /** The parsed body of a POST; nothing for a GET, whose parameters say it all. */
    readonly body?: unknown;
}

const BODY_KEYS = new Set(['query', 'operationName', 'variables', 'extensions']);
const LONGEST_VARIABLES = 8_000;
const LONGEST_NAME = 200;

/** `undefined` for all that is not plainly one query: it goes its usual way. */
export function readShopRequest(raw: RawRequest, persisted: PersistedQueries): ShopRequest | undefined {
    const { channelTokenKey, channelHeader = '', body } = raw;
    const parameters = readParameters(raw);
    const fields = parameters && (body === undefined ? parseParameters(parameters.asked) : body);
    const operation = isRecord(fields) ? readOperation(fields, persisted) : undefined;
    if (!parameters || !operation || channelHeader.length > LONGEST_NAME) {
        return undefined;
    }
    const { context } = parameters;
    return {
        ...operation,
        // Vendure takes the parameter unless it is empty.
        channelToken: context.get(channelTokenKey) || channelHeader,
        languageCode: context.get('languageCode') ?? '',
        currencyCode: context.get('currencyCode') ?? '',
    };
}

/** What the address says of the context, and what a GET asks with it. */
interface Parameters {
    readonly context: ReadonlyMap<string, string>;
    readonly asked: ReadonlyMap<string, string>;
}

/** `undefined` when something is there twice, or unknown. */
function readParameters({ parameters, channelTokenKey, body }: RawRequest): Parameters | undefined {
    const contextKeys = new Set([channelTokenKey, 'languageCode', 'currencyCode']);
    const askedKeys = body === undefined ? BODY_KEYS : new Set<string>();
    const context = new Map<string, string>();
    const asked = new Map<string, string>();
    for (const [name, value] of parameters) {
        const isContext = contextKeys.has(name);
        const target = isContext ? context : asked;
        const isKnown = isContext ? value.length <= LONGEST_NAME : askedKeys.has(name);
        // What is no UTF-8 may be read differently by others.
        if (!isKnown || target.has(name) || value.includes('\uFFFD')) {
            return undefined;
        }
        target.set(name, value);
    }
    return { context, asked };
}

function readOperation(
    fields: Record<string, unknown>,
    persisted: PersistedQueries,
): Pick<ShopRequest, 'query' | 'operationName' | 'variables'> | undefined {
    const { operationName = null, variables = null } = fields;
    if (
        Object.keys(fields).some(key => !BODY_KEYS.has(key)) ||
        (operationName !== null &&
            (typeof operationName !== 'string' || operationName.length > LONGEST_NAME)) ||
        (variables !== null && !isRecord(variables))
    ) {
        return undefined;
    }
    const query = persisted.textOf(fields.query, fields.extensions);
    const text = variables === null ? '{}' : canonicalOrUndefined(variables);
    if (query === undefined || text === undefined || text.length > LONGEST_VARIABLES) {
        return undefined;
    }
    return { query, operationName, variables: text };
}

/** `variables` and `extensions` of a GET are JSON. */
function parseParameters(asked: ReadonlyMap<string, string>): Record<string, unknown> | undefined {
    try {
        return Object.fromEntries(
            [...asked].map(([name, value]) =>
                name === 'variables' || name === 'extensions'
                    ? [name, JSON.parse(value) as unknown]
                    : [name, value],
            ),
        );
    } catch {
        return undefined;
    }
}

function canonicalOrUndefined(value: unknown): string | undefined {
    try {
        return canonicalJson(value);
    } catch {
        return undefined;
    }
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
