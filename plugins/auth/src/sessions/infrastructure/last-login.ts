import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuthService, TransactionalConnection, User } from '@vendure/core';
import type { Repository } from 'typeorm';
import { UnchangedUsers } from './unchanged-users';

/** What is used of Vendure's service, which is private to it. */
interface Inside {
    connection: TransactionalConnection;
}

/**
 * Writes the time of a sign-in down without reading the account once more. Vendure saves the whole account for it, and
 * TypeORM reads it with its roles and ways of signing in, in three statements, to find out what has changed.
 */
@Injectable()
export class LastLogin implements OnModuleInit {
    constructor(
        private readonly auth: AuthService,
        private readonly connection: TransactionalConnection,
        private readonly unchanged: UnchangedUsers,
    ) {}

    onModuleInit(): void {
        const inside = this.auth as unknown as Inside;
        if (inside.connection !== this.connection) {
            return;
        }
        const getRepository = this.connection.getRepository.bind(this.connection) as (
            ...args: unknown[]
        ) => Repository<User>;
        inside.connection = Object.create(this.connection, {
            getRepository: {
                value: (...args: unknown[]) => {
                    const repository = getRepository(...args);
                    return args[1] === User ? this.savingLess(repository) : repository;
                },
            },
        }) as TransactionalConnection;
    }

    private savingLess(repository: Repository<User>): Repository<User> {
        const save = async (user: User, ...rest: []): Promise<User> => {
            if (!this.unchanged.hasOnlyChanged(user, 'lastLogin')) {
                return repository.save(user, ...rest);
            }
            await repository.update(user.id, { lastLogin: user.lastLogin });
            return user;
        };
        return Object.create(repository, { save: { value: save } }) as Repository<User>;
    }
}
