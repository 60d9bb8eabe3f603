import type { OnModuleInit } from '@nestjs/common';
import {
    Customer,
    type ID,
    type ListQueryBuilder as Lists,
    ListQueryBuilder,
    Order,
    PluginCommonModule,
    VendurePlugin,
} from '@vendure/core';
import type { EntityMetadata, SelectQueryBuilder } from 'typeorm';

/** Lists whose rows stand for themselves: nothing is joined to them but the channel. */
const LISTED: readonly unknown[] = [Customer, Order];

/** Of these, the ones whose channels are read along, as Vendure does. Nothing gives out a customer's. */
const WITH_CHANNELS: readonly unknown[] = [Order];

type Build = Lists['build'];

/**
 * Asks for a page of customers or orders in one statement. Vendure joins the channel that a list is for, and TypeORM
 * answers a page with any join in two: one for the ids, which goes through all that match, and one for their rows. That a
 * row is in the channel can be said without a join, and what is joined once to each row does not make more of them. Where
 * a caller joins something else, it is two statements as before.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class OneStepListsPlugin implements OnModuleInit {
    constructor(private readonly lists: ListQueryBuilder) {}

    onModuleInit(): void {
        askInOneStep(this.lists);
    }
}

function askInOneStep(lists: Pick<Lists, 'build'>): void {
    const build: Build = lists.build.bind(lists);
    lists.build = (entity, options, extended = {}) => {
        const { channelId, ...rest } = extended;
        if (channelId === undefined || !LISTED.includes(entity)) {
            return build(entity, options, extended);
        }
        const relations = WITH_CHANNELS.includes(entity)
            ? [...(rest.relations ?? []), 'channels']
            : rest.relations;
        const query = build(entity, options, { ...rest, ...(relations ? { relations } : {}) });
        isInChannel(query, channelId);
        readAtOnce(query);
        // Rows that are otherwise equal have an order all the same, or pages would overlap.
        const id = `${query.alias}.id`;
        return id in query.expressionMap.allOrderBys ? query : query.addOrderBy(id, 'ASC');
    };
}

function isInChannel(query: SelectQueryBuilder<object>, channelId: ID): void {
    const { tablePath, ownerColumns, inverseColumns } = junctionOf(query);
    const name = (column: { readonly databaseName: string } | undefined) =>
        `"in_channel".${query.escape(column?.databaseName ?? '')}`;
    query.andWhere(
        `EXISTS (SELECT FROM ${query.escape(tablePath)} "in_channel"
            WHERE ${name(ownerColumns[0])} = ${query.escape(query.alias)}."id" AND ${name(inverseColumns[0])} = :ofChannel)`,
        { ofChannel: channelId },
    );
}

function readAtOnce(query: SelectQueryBuilder<object>): void {
    const inTwoSteps = query.getManyAndCount.bind(query);
    query.getManyAndCount = async () => {
        const { take, skip = 0, joinAttributes } = query.expressionMap;
        const isOncePerRow = joinAttributes.every(
            ({ relation }) => relation?.isManyToOne || relation?.isOneToOne,
        );
        if (!take || !isOncePerRow) {
            return inTwoSteps();
        }
        const rows = await query.take(undefined).skip(undefined).limit(take).offset(skip).getMany();
        const isLastPage = rows.length < take && (rows.length > 0 || skip === 0);
        return [rows, isLastPage ? skip + rows.length : await query.getCount()];
    };
}

function junctionOf({ alias, expressionMap }: SelectQueryBuilder<object>): EntityMetadata {
    const channels = expressionMap.mainAlias?.metadata.findRelationWithPropertyPath('channels');
    if (!channels?.junctionEntityMetadata) {
        throw new Error(`A list of ${alias} has no table of channels.`);
    }
    return channels.junctionEntityMetadata;
}
