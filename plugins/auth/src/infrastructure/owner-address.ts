import { asSystem } from '@efi/plugin-kit';
import { Administrator, Customer } from '@vendure/core';
import type { EntityManager } from 'typeorm';

/**
 * Where the owner of an account gets mail.
 *
 * @param account - The account's name in lower case.
 * @returns nothing when there is no such account.
 */
export async function ownerAddress(
    manager: EntityManager,
    account: string,
    isStaff: boolean,
): Promise<string | undefined> {
    const owners = manager
        .getRepository<Administrator | Customer>(isStaff ? Administrator : Customer)
        .createQueryBuilder('owner')
        .innerJoin('owner.user', 'user')
        .where('LOWER(user.identifier) = :account', { account })
        .andWhere('user.deletedAt IS NULL AND owner.deletedAt IS NULL');
    const owner = await asSystem(() => owners.getOne());
    return owner?.emailAddress;
}
