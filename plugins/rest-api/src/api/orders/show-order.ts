import type { Order, OrderLine } from '@vendure/core';
import type { z } from 'zod';
import type { EntityIds } from '../../infrastructure/reading/entity-ids';
import type { bulkOrder, orderDetail, orderSummary } from './order.schemas';

type Address = z.input<typeof orderDetail>['shippingAddress'];

export function orderSummaryOf(order: Order): z.input<typeof orderSummary> {
    return {
        code: order.code,
        state: order.state,
        placedAt: order.orderPlacedAt?.toISOString() ?? null,
        updatedAt: order.updatedAt.toISOString(),
        currencyCode: order.currencyCode,
        totalQuantity: order.totalQuantity,
        total: order.total,
        totalWithTax: order.totalWithTax,
    };
}

/** What a shopper may know of an own order: nothing of payments that only the provider and the shop need. */
export function orderDetailOf(order: Order, ids: EntityIds): z.input<typeof orderDetail> {
    const { subTotal, subTotalWithTax, shipping, shippingWithTax, couponCodes } = order;
    return {
        ...orderSummaryOf(order),
        ...{ subTotal, subTotalWithTax, shipping, shippingWithTax, couponCodes },
        lines: order.lines.map(line => lineOf(line, ids)),
        shippingLines: order.shippingLines.map(
            ({ shippingMethod, discountedPrice, discountedPriceWithTax }) => ({
                method: shippingMethod?.name ?? '',
                price: discountedPrice,
                priceWithTax: discountedPriceWithTax,
            }),
        ),
        surcharges: order.surcharges.map(({ description, price, priceWithTax }) => ({
            description,
            price,
            priceWithTax,
        })),
        discounts: order.discounts.map(({ description, amount, amountWithTax }) => ({
            description,
            amount,
            amountWithTax,
        })),
        shippingAddress: addressOf(order.shippingAddress),
        billingAddress: addressOf(order.billingAddress),
        payments: order.payments.map(({ method, amount, state }) => ({ method, amount, state })),
        fulfillments: order.fulfillments.map(({ state, method, trackingCode }) => ({
            state,
            method,
            trackingCode,
        })),
    };
}

export function bulkOrderOf(order: Order, ids: EntityIds): z.input<typeof bulkOrder> {
    const { customer } = order;
    return {
        ...orderDetailOf(order, ids),
        id: ids.encode(order.id),
        isActive: order.active,
        customer: customer
            ? {
                  id: ids.encode(customer.id),
                  emailAddress: customer.emailAddress,
                  firstName: customer.firstName,
                  lastName: customer.lastName,
              }
            : null,
    };
}

function lineOf(line: OrderLine, ids: EntityIds): z.input<typeof orderDetail>['lines'][number] {
    return {
        id: ids.encode(line.id),
        sku: line.productVariant.sku,
        name: line.productVariant.name,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        unitPriceWithTax: line.unitPriceWithTax,
        linePrice: line.linePrice,
        linePriceWithTax: line.linePriceWithTax,
        discountedLinePrice: line.proratedLinePrice,
        discountedLinePriceWithTax: line.proratedLinePriceWithTax,
        taxRate: line.taxRate,
    };
}

function addressOf(address: Order['shippingAddress']): Address {
    const {
        fullName,
        company,
        streetLine1,
        streetLine2,
        city,
        province,
        postalCode,
        countryCode,
        phoneNumber,
    } = address;
    return {
        fullName: fullName ?? null,
        company: company ?? null,
        streetLine1: streetLine1 ?? null,
        streetLine2: streetLine2 ?? null,
        city: city ?? null,
        province: province ?? null,
        postalCode: postalCode ?? null,
        countryCode: countryCode ?? null,
        phoneNumber: phoneNumber ?? null,
    };
}
