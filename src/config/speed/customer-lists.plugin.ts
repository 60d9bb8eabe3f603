import type { OnModuleInit } from '@nestjs/common';
import { Customer, ListQueryBuilder, PluginCommonModule, VendurePlugin } from '@vendure/core';
import type { Repository } from 'typeorm';

/** What is used of it here, which is private to Vendure. */
interface ListRelations {
    getMinimumRequiredRelations(repository: Pick<Repository<object>, 'target'>, ...rest: unknown[]): string[];
}

/**
 * Reads customers of a list without their channels. Vendure reads these with whatever belongs to channels, in two
 * statements, although it joins the channel that it filters by once more. Nothing gives out a customer's channels; where
 * a caller asks for the relation by name, it is read as before.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class CustomerListsPlugin implements OnModuleInit {
    constructor(private readonly lists: ListQueryBuilder) {}

    onModuleInit(): void {
        leaveChannelsOut(this.lists as unknown as ListRelations);
    }
}

export function leaveChannelsOut(lists: ListRelations): void {
    const minimum = lists.getMinimumRequiredRelations.bind(lists);
    lists.getMinimumRequiredRelations = (repository, ...rest) => {
        const relations = minimum(repository, ...rest);
        return repository.target === Customer ? relations.filter(name => name !== 'channels') : relations;
    };
}
