import { Role, User } from '@vendure/core';
import { expect, it } from 'vitest';
import { UnchangedUsers } from './unchanged-users';

function noted() {
    const users = new UnchangedUsers();
    const user = new User({ id: 1, identifier: 'a@b.example', verified: true, roles: [] });
    users.note(user);
    return { users, user };
}

it('tells that nothing but the time of the sign-in is new', () => {
    const { users, user } = noted();
    user.lastLogin = new Date();
    expect(users.hasOnlyChanged(user, 'lastLogin')).toBe(true);
});

it.each([
    ['was changed', (user: User) => (user.verified = false)],
    ['was added', (user: User) => (user.deletedAt = new Date())],
    ['was taken away', (user: User) => Reflect.deleteProperty(user, 'identifier')],
    ['has other roles', (user: User) => (user.roles = [new Role({ id: 2 })])],
])('does not when something %s', (_, change) => {
    const { users, user } = noted();
    change(user);
    expect(users.hasOnlyChanged(user, 'lastLogin')).toBe(false);
});

it('does not of an account that it does not know', () => {
    expect(noted().users.hasOnlyChanged(new User({ id: 1 }), 'lastLogin')).toBe(false);
});
