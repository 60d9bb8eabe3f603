import { Injectable } from '@nestjs/common';
import type { User } from '@vendure/core';

/**
 * Sign-ins that have shown a second factor in a way of their own. They are known by the object of the account, which
 * Vendure hands on to where it makes the session: another sign-in of the same request has another one.
 */
@Injectable()
export class StrongSignIns {
    private readonly users = new WeakSet<User>();

    note(user: User): void {
        this.users.add(user);
    }

    has(user: User): boolean {
        return this.users.has(user);
    }
}
