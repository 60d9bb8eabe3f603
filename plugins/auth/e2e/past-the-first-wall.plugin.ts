import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    Permission,
    PluginCommonModule,
    type RequestContext,
    Transaction,
    TransactionalConnection,
    VendurePlugin,
} from '@vendure/core';
import gql from 'graphql-tag';

const schema = gql`
    extend type Query {
        read(sql: String!): JSON
        find(entity: String!): [ID!]!
    }
    extend type Mutation {
        write(sql: String!): JSON
    }
`;

/** A resolver that forgot every check: it does whatever it is told, as the server, for whoever asks. */
@Resolver()
class PastTheFirstWallResolver {
    constructor(private readonly connection: TransactionalConnection) {}

    @Query()
    @Allow(Permission.Owner)
    read(@Args('sql') sql: string): Promise<unknown> {
        return this.connection.rawConnection.query(sql);
    }

    @Query()
    @Allow(Permission.Owner)
    async find(@Ctx() ctx: RequestContext, @Args('entity') entity: string): Promise<unknown[]> {
        const target = this.connection.rawConnection.getMetadata(entity).target;
        const found = await this.connection.getRepository<{ id: number }>(ctx, target as never).find();
        return found.map(({ id }: { id: unknown }) => id);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Owner)
    write(@Ctx() ctx: RequestContext, @Args('sql') sql: string): Promise<unknown> {
        const { manager } = this.connection.getRepository(ctx, 'Order' as never);
        return manager.query<unknown>(sql);
    }
}

@VendurePlugin({
    imports: [PluginCommonModule],
    shopApiExtensions: { schema, resolvers: [PastTheFirstWallResolver] },
    adminApiExtensions: { schema, resolvers: [PastTheFirstWallResolver] },
    compatibility: '^3.7.0',
})
export class PastTheFirstWallPlugin {}
