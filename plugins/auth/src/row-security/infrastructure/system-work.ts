import { asSystem, type RowAccess, rowAccess, showsRightTo } from '@efi/plugin-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
    AuthService,
    CustomerService,
    ExternalAuthenticationService,
    OrderService,
    Permission,
    PromotionService,
    type RequestContext,
    RequestContextService,
    SessionService,
    UserService,
} from '@vendure/core';

type Work = (...args: unknown[]) => unknown;

/** What everybody with an account has. */
const OF_ANYBODY: readonly string[] = [Permission.Authenticated, Permission.Owner, Permission.Public];

/**
 * Tells the second wall what the first one finds out of a request, and lets the work through that can't be done from
 * one customer's rows: whether an address has an account, whose token this is, how often a coupon was used. All of it
 * takes something only its owner has, or tells nothing of whom it reads.
 */
@Injectable()
export class SystemWork implements OnModuleInit {
    constructor(
        private readonly contexts: RequestContextService,
        private readonly users: UserService,
        private readonly auth: AuthService,
        private readonly sessions: SessionService,
        private readonly customers: CustomerService,
        private readonly external: ExternalAuthenticationService,
        private readonly promotions: PromotionService,
        private readonly orders: OrderService,
    ) {}

    onModuleInit(): void {
        this.listen();
        throughWall(this.users, 'getUserByEmailAddress');
        throughWall(this.auth, 'authenticate', 'createAuthenticatedSessionForUser');
        throughWall(this.sessions, 'createNewAuthenticatedSession');
        throughWall(this.external, 'findCustomerUser', 'createCustomerAndUser');
        throughWall(this.promotions, 'validateCouponCode', 'getExhaustedPromotionIds');
        throughWall(
            this.customers,
            'registerCustomerAccount',
            'refreshVerificationToken',
            'verifyCustomerEmailAddress',
            'requestPasswordReset',
            'resetPassword',
            'updateEmailAddress',
            'createOrUpdate',
            'createAddressesForNewCustomer',
        );
        throughWall(this.orders, 'create', 'findOneByCode');
    }

    /** Vendure makes a context as soon as it knows the session, and before it looks at anything of the asker's. */
    private listen(): void {
        const fromRequest = this.contexts.fromRequest.bind(this.contexts);
        this.contexts.fromRequest = async (...args) => {
            const ctx = await fromRequest(...args);
            const access = rowAccess();
            if (access) {
                learnFrom(ctx, access);
            }
            return ctx;
        };
        // By its token, which only its owner has. Where staff ask, all that follows is asked as `all`: no connection has
        // to be told twice. Where shoppers ask, most that follows is asked as what the request begins with.
        const find = this.sessions.getSessionFromToken.bind(this.sessions);
        this.sessions.getSessionFromToken = token =>
            rowAccess()?.isForStaff ? asSystem(() => find(token)) : find(token);
        const create = this.orders.create.bind(this.orders);
        this.orders.create = async (...args) => {
            const order = await create(...args);
            showsRightTo(order.id);
            return order;
        };
        const begin = this.sessions.createNewAuthenticatedSession.bind(this.sessions);
        this.sessions.createNewAuthenticatedSession = async (ctx, user, ...rest) => {
            const session = await begin(ctx, user, ...rest);
            const access = rowAccess();
            if (access) {
                access.userId = String(user.id);
            }
            return session;
        };
    }
}

function learnFrom({ apiType, session, activeUserId }: RequestContext, access: RowAccess): void {
    access.everything = apiType !== 'shop' && isStaff(session);
    access.userId = activeUserId === undefined ? undefined : String(activeUserId);
    if (session?.activeOrderId !== undefined) {
        showsRightTo(session.activeOrderId);
    }
}

function isStaff(session: RequestContext['session']): boolean {
    const channels = session?.user?.channelPermissions ?? [];
    return channels.some(({ permissions }) => permissions.some(one => !OF_ANYBODY.includes(one)));
}

function throughWall<S extends object>(service: S, ...methods: (keyof S)[]): void {
    for (const method of methods) {
        const work = (service[method] as Work).bind(service);
        service[method] = ((...args) => asSystem(() => work(...args))) as Work as S[typeof method];
    }
}
