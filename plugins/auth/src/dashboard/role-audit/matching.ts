import type { Audited } from './role-audit.graphql';

/**
 * The part of the report that is asked for. Who matches by name or role is there with all permissions, others with those
 * that match; who has none left is not.
 */
export function matching(audited: readonly Audited[], text: string, onlyUnused: boolean): Audited[] {
    const words = text.trim().toLowerCase();
    const has = (name: string) => name.toLowerCase().includes(words);
    return audited
        .map(person => {
            const isMeant = [person.identifier, ...person.roles].some(has);
            const permissions = person.permissions.filter(
                ({ name }) => (isMeant || has(name)) && (!onlyUnused || person.unused.includes(name)),
            );
            return { ...person, permissions };
        })
        .filter(({ permissions }) => permissions.length > 0);
}
