import { Injectable } from '@nestjs/common';
import type { User } from '@vendure/core';

/** Remembers accounts as they were read at a sign-in, to tell what has been changed of them since. */
@Injectable()
export class UnchangedUsers {
    private readonly asRead = new WeakMap<User, Readonly<Record<string, unknown>>>();

    /** The account is as it is in the database. */
    note(user: User): void {
        this.asRead.set(user, { ...user });
    }

    /** @returns whether it is certain that nothing but this is other than when it was noted. */
    hasOnlyChanged(user: User, field: keyof User): boolean {
        const before = this.asRead.get(user);
        const now: Readonly<Record<string, unknown>> = { ...user };
        return (
            before !== undefined &&
            Object.keys({ ...before, ...now }).every(name => name === field || before[name] === now[name])
        );
    }
}
