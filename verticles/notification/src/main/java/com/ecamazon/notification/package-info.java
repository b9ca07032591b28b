/**
 * Notification: who is told what. Owns in-app notices, mails and how far people have read. Hears the news of Shop, Shipping
 * and Payment, asks Users who holds a role, serves {@link com.ecamazon.contract.notification.NotificationContract} and
 * speaks SMTP.
 *
 * <p>A message is a document whose id derives from the event, the recipient and the channel, so an event that comes twice
 * tells nobody twice. A mail is written before its event is acknowledged and sent afterwards; whoever wrote it has a lease on
 * it, and when that ends another instance goes on. Its {@code Message-ID} derives from the document's id too, so that the
 * mail server of the receiver can drop what a crash made us send again.
 *
 * <p>Settings: {@code SMTP_HOST}, {@code SMTP_PORT} (25), {@code SMTP_USER} and {@code SMTP_PASSWORD} (then TLS is a must),
 * {@code MAIL_FROM}, {@code MAIL_CONNECTIONS} (4), {@code MAIL_TRIES} (12), {@code MAIL_BACKOFF_SECONDS} (5, doubled with
 * each try). Without {@code SMTP_HOST} there is no mail channel: no mail is written down, and none is sent later.
 */
@NullMarked
package com.ecamazon.notification;

import org.jspecify.annotations.NullMarked;
