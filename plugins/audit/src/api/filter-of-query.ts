import type { AuditStatus } from '@efi/plugin-kit';
import { type AuditClass, auditClasses } from '../domain/audit-class';
import type { EntryFilter } from '../infrastructure/read-trail';

const statuses: readonly AuditStatus[] = ['success', 'refused', 'denied', 'failed'];
const TEXTS = ['user', 'action', 'resourceType', 'resourceId', 'requestId', 'address'] as const;

/**
 * Reads a filter from the parameters of an address: the names of `EfiAuditFilter`, lists with commas.
 *
 * @throws Error that says which parameter is wrong, and how.
 */
export function filterOfQuery(query: Readonly<Record<string, unknown>>): EntryFilter {
    const known = [...TEXTS, 'classes', 'statuses', 'actorKinds', 'from', 'to'];
    const strange = Object.keys(query).find(name => !known.includes(name));
    if (strange !== undefined) {
        throw new Error(`${strange.slice(0, 50)} is no filter: there are ${known.join(', ')}`);
    }
    return {
        ...Object.fromEntries(TEXTS.map(name => [name, textOf(query, name)])),
        classes: listOf<AuditClass>(query, 'classes', auditClasses),
        statuses: listOf(query, 'statuses', statuses),
        actorKinds: listOf(query, 'actorKinds'),
        from: timeOf(query, 'from'),
        to: timeOf(query, 'to'),
    };
}

function textOf(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
    const value = query[name];
    if (value !== undefined && (typeof value !== 'string' || value.length > 200)) {
        throw new Error(`${name} must be a text of at most 200 characters, given once`);
    }
    return value || undefined;
}

function listOf<Word extends string>(
    query: Readonly<Record<string, unknown>>,
    name: string,
    words?: readonly Word[],
): readonly Word[] | undefined {
    const list = textOf(query, name)?.split(',') as Word[] | undefined;
    if (list && words && !list.every(word => words.includes(word))) {
        throw new Error(`${name} must be of ${words.join(', ')}`);
    }
    return list;
}

function timeOf(query: Readonly<Record<string, unknown>>, name: string): Date | undefined {
    const text = textOf(query, name);
    const time = text === undefined ? undefined : new Date(text);
    if (time && Number.isNaN(time.getTime())) {
        throw new Error(`${name} must be a point in time, such as 2026-11-28T10:00:00Z`);
    }
    return time;
}
