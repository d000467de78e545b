// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceAdvice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tickmark::dialogs {

namespace {

struct SourceAdvice
{
    Q_DECLARE_TR_FUNCTIONS(SourceAdvice)
};

struct AdviceRow
{
    const char *code;
    const char *text;
};

constexpr const char *kWait = QT_TRANSLATE_NOOP("SourceAdvice", "Nothing has to be done: it is tried again by itself.");
constexpr const char *kWaitAndAsk = QT_TRANSLATE_NOOP("SourceAdvice",
                                                      "Nothing has to be changed: try again in a while.");
constexpr const char *kNetwork = QT_TRANSLATE_NOOP(
    "SourceAdvice", "Check whether this computer is connected to the network, and the address of the source.");
constexpr const char *kPause = QT_TRANSLATE_NOOP(
    "SourceAdvice", "It is tried again by itself. If this happens often, let the source run less often or for fewer "
                    "instruments.");
constexpr const char *kPauseAndAsk = QT_TRANSLATE_NOOP(
    "SourceAdvice", "Try again later. If this happens often, fetch less often or for fewer instruments.");
constexpr const char *kKey = QT_TRANSLATE_NOOP("SourceAdvice",
                                               "Edit the source and enter the key again, as the provider shows it.");
constexpr const char *kAddress = QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and check its address.");
constexpr const char *kAskProvider = QT_TRANSLATE_NOOP(
    "SourceAdvice", "Only the operator of this address can mend that. If it goes on, look there for another address.");
constexpr const char *kCertificate = QT_TRANSLATE_NOOP(
    "SourceAdvice", "Check date and time of this computer. If they are right, only the operator of this address can "
                    "mend it; certificates are never passed over.");
constexpr const char *kMiddle = QT_TRANSLATE_NOOP(
    "SourceAdvice", "Somebody stands between this computer and the address: a company's or hotel's network, or the "
                    "operator's mistake. Try from another network; certificates are never passed over.");
constexpr const char *kPortal = QT_TRANSLATE_NOOP(
    "SourceAdvice", "If this network asks for a log-in, open any page in a web browser, log in and fetch again. Else "
                    "check the address of the source.");

constexpr const char *kInstruments = QT_TRANSLATE_NOOP(
    "SourceAdvice", "Edit the source and choose instruments that this database has and the provider knows.");
constexpr const char *kStore = QT_TRANSLATE_NOOP(
    "SourceAdvice", "Check whether the disk has room and the file of this database can be written, then fetch again.");

constexpr const char *kTable = QT_TRANSLATE_NOOP(
    "SourceAdvice",
    "Testing the source says what is wrong with the table. How it is to be read can be said by an import "
    "profile.");
constexpr const char *kGoOn = QT_TRANSLATE_NOOP("SourceAdvice",
                                                "Nothing has to be done: it goes on by itself where it ended.");
constexpr const char *kGoOnAndAsk = QT_TRANSLATE_NOOP("SourceAdvice", "Fetch again: it goes on where it ended.");

constexpr auto kAdvice = std::to_array<AdviceRow>({
    {"bad_address", kAddress},
    {"plain_refused",
     QT_TRANSLATE_NOOP("SourceAdvice",
                       "Edit the source: use an address with https, or allow plain http if you accept that others can "
                       "read and change what is fetched.")},
    {"host_not_found", kNetwork},
    {"unreachable", kNetwork},
    {"proxy_failed",
     QT_TRANSLATE_NOOP("SourceAdvice", "Check the proxy of this system: the variables https_proxy and no_proxy.")},
    {"connect_timed_out", kNetwork},
    {"stalled", kWait},
    {"took_too_long", kWait},
    {"broken", kWait},
    {"truncated", kWait},
    {"certificate_expired", kCertificate},
    {"certificate_untrusted", kMiddle},
    {"certificate_of_other", kMiddle},
    {"tls_failed", kAskProvider},
    {"bad_compression", kWait},
    {"body_too_large", kAddress},
    {"headers_too_large", kAskProvider},
    {"not_http", kAddress},
    {"too_many_redirects", kAskProvider},
    {"downgrade_refused", kAskProvider},
    {"bad_redirect", kAskProvider},
    {"unauthorized", kKey},
    {"login_needed", kAddress},
    {"forbidden",
     QT_TRANSLATE_NOOP("SourceAdvice", "The key may not be good for this, or the address is not open to everybody. "
                                       "Check both, and the plan that you have with the provider.")},
    {"not_found",
     QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and check its address, and how its instruments are spelled.")},
    {"rate_limited", kPause},
    {"refused", kAddress},
    {"server_failed", kWait},
    {"quota_used", kPause},
    {"unavailable", kWait},
    {"bad_key", kKey},
    {"no_key", QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and enter the key that you have from the "
                                                 "provider.")},
    {"unknown_symbol",
     QT_TRANSLATE_NOOP("SourceAdvice",
                       "Edit the source and spell the instrument as the provider does, or take it out.")},
    {"bad_query",
     QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and change the words that stand for this instrument.")},
    {"no_data",
     QT_TRANSLATE_NOOP("SourceAdvice", "The provider has nothing for these days. Nothing has to be done; if it should "
                                       "have, check how the instrument is spelled.")},
    {"not_in_plan",
     QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and take out what your plan with the provider does not "
                                       "include, or change the plan there.")},
    {"no_address", kAddress},
    {"unknown_provider",
     QT_TRANSLATE_NOOP("SourceAdvice", "This source was set up by a later version of Tickmark. Use that one, or remove "
                                       "the source.")},
    {"other_currency",
     QT_TRANSLATE_NOOP("SourceAdvice", "Check the currency of the instrument, and how the provider spells it.")},
    {"other_shares",
     QT_TRANSLATE_NOOP("SourceAdvice",
                       "Edit the source and let it go back further: then all of its quotes come again. Where it has no "
                       "older ones, take back what it brought before.")},
    {"other_prices",
     QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and say that splits are in its prices. If they are not, take "
                                       "back what it brought before.")},
    {"no_instrument", kInstruments},
    {"unknown_instrument", kInstruments},
    {"unknown_interval", QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and choose other lengths of bars.")},
    {"no_calendar", QT_TRANSLATE_NOOP("SourceAdvice",
                                      "Edit the instrument and choose an exchange whose trading days are known here.")},
    {"keychain", QT_TRANSLATE_NOOP("SourceAdvice", "Unlock the keychain of this system and fetch again.")},
    {"store", kStore},
    {"not_stored", kStore},
    {"pause", kWait},
    {"cut", kGoOn},
    {"stopped", kGoOn},
    {"not_asked", kWait},
    {"not_finished", kWait},
    {"unnamed_instrument",
     QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and choose exactly one instrument: that of the file.")},
    {"not_unpacked",
     QT_TRANSLATE_NOOP("SourceAdvice", "Edit the source and enter the address of one table: a CSV, packed or not.")},
    {"no_table", kAddress},
    {"empty_file", kAddress},
    {"html_file", kPortal},
    {"xml_file", kAddress},
    {"json_file", kAddress},
    {"pdf_file", kAddress},
    {"workbook_file", kAddress},
    {"database_file", kAddress},
    {"not_text", kAddress},
    {"header_only", kAddress},
    {"mixed_decimals", kAskProvider},
    {"mixed_dates", kAskProvider},
    {"no_date_column", kTable},
    {"no_price_column", kTable},
    {"no_bar_columns", kTable},
    {"adjusted_close_only", kTable},
    {"no_close_column", kTable},
    {"unclear_dates", kTable},
    {"unclear_numbers", kTable},
    {"unclear_table", kTable},
    {"other_table", kTable},
    {"unusable_rows", kTable},
    {"rejected_rows",
     QT_TRANSLATE_NOOP("SourceAdvice", "All other rows are stored. Only the operator of this address can mend these, "
                                       "unless the table is to be read by another import profile.")},
    {"unpriced_sessions", QT_TRANSLATE_NOOP("SourceAdvice", "Nothing has to be done: the next run asks once more.")},
    {"unpriced_for_good",
     QT_TRANSLATE_NOOP("SourceAdvice", "Another source may have these prices: add one for this instrument.")},
    {"web_page", kPortal},
    {"not_what_was_asked", kAddress},
    {"upgrade_refused",
     QT_TRANSLATE_NOOP("SourceAdvice", "The exchange gives no stream here. Check the address of the source; behind a "
                                       "company's proxy, ask whether it lets WebSockets through.")},
    {"closed", kWait},
    {"silent", kWait},
    {"frame_too_large", kAddress},
    {"certificate_wrong", kMiddle},
    {"malformed", kWait},
});

const AdviceRow *rowOf(const QString &errorCode)
{
    const auto row = std::ranges::find_if(kAdvice,
                                          [&](const AdviceRow &one) { return errorCode == QLatin1String(one.code); });
    return row == kAdvice.end() ? nullptr : &*row;
}

} // namespace

QString sourceAdvice(const QString &errorCode, bool runsByItself)
{
    const AdviceRow *row = rowOf(errorCode);
    if (!row)
        return {};
    const char *text = row->text;
    if (!runsByItself && text == kWait)
        text = kWaitAndAsk;
    else if (!runsByItself && text == kPause)
        text = kPauseAndAsk;
    else if (!runsByItself && text == kGoOn)
        text = kGoOnAndAsk;
    return SourceAdvice::tr(text);
}

bool passesByItself(const QString &errorCode)
{
    const AdviceRow *row = rowOf(errorCode);
    return row && (row->text == kWait || row->text == kPause);
}

} // namespace tickmark::dialogs
