import type { AuditClass } from './audit-class';

/** Mutations that are about getting in. */
const AUTHENTICATION =
    /^(login|logout|authenticate)$|password|verif|registercustomer|emailaddress|secondfactor|session|signin|recoverycode/i;

/** Mutations that decide who may do what, or how the shop guards itself. */
const SECURITY =
    /administrator|role|apikey|machinekey|permission|channel|seller|globalsettings|settingsstore|paymentmethod|erasure|consent|privacy/i;

/** Mutations of the Shop API that are written down: shoppers' accounts, not their carts. */
const ACCOUNT =
    /^(login|logout|authenticate|registerCustomerAccount|verifyCustomerAccount|requestPasswordReset|resetPassword|updateCustomerPassword|requestUpdateCustomerEmailAddress|updateCustomerEmailAddress)$|SecondFactor|Session|Privacy|Erasure/;

/** For how long a mutation is remembered, by its name. */
export function classOfMutation(name: string): AuditClass {
    if (AUTHENTICATION.test(name)) {
        return 'authentication';
    }
    return SECURITY.test(name) ? 'security' : 'transaction';
}

/** Whether a mutation is written down. */
export function isWrittenDown(api: 'admin' | 'shop', name: string): boolean {
    return api === 'admin' || ACCOUNT.test(name);
}

/** What a mutation was asked to do it to, as far as its name and arguments say. */
export interface Subject {
    /** Name of an entity, or what is left of the mutation's name without its verb. */
    readonly type: string;
    readonly ids: readonly (string | number)[];
    /** Whether it changes or removes what is there. */
    readonly isThere: boolean;
}

const VERB = /^(create|update|delete|set|add|remove|assign|move|cancel|transition|modify|refund|settle)/;

/**
 * @param entities - Names of entities; the longest that the mutation names is meant.
 * @param args - Of the mutation.
 */
export function subjectOf(mutation: string, args: unknown, entities: readonly string[]): Subject {
    const [verb] = VERB.exec(mutation) ?? [''];
    const rest = mutation.slice(verb.length).replace(/^./, first => first.toUpperCase());
    const named = [...entities].sort((a, b) => b.length - a.length).find(name => isNamed(rest, name));
    return { type: named ?? (rest || mutation), ids: idsIn(args), isThere: verb !== 'create' };
}

/** In the singular or the plural, alone or followed by what is done with it (`OrderCustomFields`). */
function isNamed(rest: string, entity: string): boolean {
    return [entity, `${entity}s`, `${entity}es`, entity.replace(/y$/, 'ies')].some(
        form => rest === form || (rest.startsWith(form) && /^[A-Z]/.test(rest.slice(form.length))),
    );
}

function idsIn(args: unknown): (string | number)[] {
    const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);
    return list(args)
        .filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
        .flatMap(one => {
            const own = [...list(one['id']), ...list(one['ids'])].filter(isId);
            return own.length > 0 ? own : idsIn(one['input']);
        });
}

function isId(value: unknown): value is string | number {
    return typeof value === 'string' || typeof value === 'number';
}
