// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamTypes.h"
#include <sources/http/FaultTable.h>

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::sources {

namespace {

struct StreamTexts
{
    Q_DECLARE_TR_FUNCTIONS(StreamTexts)
};

using core::ErrorCode;

//! In the texts, %1 is the source and %2 what namesOf() adds: the address, or the number of the refusal.
constexpr std::array kFaults = std::to_array<FaultRow<StreamFault>>({
    {StreamFault::HostNotFound, "host_not_found", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "The host of %1 was not found (%2). Is the network connected?")},
    {StreamFault::Unreachable, "unreachable", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 does not accept connections at the moment (%2).")},
    {StreamFault::ProxyFailed, "proxy_failed", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts",
                       "The proxy did not let the stream of %1 pass. Check the proxy settings of this computer.")},
    {StreamFault::UpgradeRefused, "upgrade_refused", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 refused the stream (HTTP status %2).")},
    {StreamFault::LogInWanted, "log_in_wanted", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 refused the stream (HTTP status %2). Does this network ask for a log-in?")},
    {StreamFault::Closed, "closed", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 closed the stream (%2).")},
    {StreamFault::Broken, "broken", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "The connection to %1 broke off.")},
    {StreamFault::Silent, "silent", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "Nothing was heard of %1 for too long.")},
    {StreamFault::NotWhatWasAsked, "not_what_was_asked", ErrorCode::InvalidInput, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 sent something that is no message of its stream.")},
    {StreamFault::WebPage, "web_page", ErrorCode::InvalidInput, true,
     QT_TRANSLATE_NOOP("StreamTexts",
                       "%1 sent a web page in place of its stream. Does this network ask for a log-in?")},
    {StreamFault::FrameTooLarge, "frame_too_large", ErrorCode::Unsupported, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 sent a message that is larger than any of a stream.")},
    {StreamFault::RateLimited, "rate_limited", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 has had too many requests and asks for a pause.")},
    {StreamFault::Unavailable, "unavailable", ErrorCode::Io, true,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 is out of service for the moment.")},
    {StreamFault::CertificateWrong, "certificate_wrong", ErrorCode::Io, false,
     QT_TRANSLATE_NOOP(
         "StreamTexts",
         "The certificate of %1 (%2) cannot be trusted. Nothing was sent. Check the address and the clock "
         "of this computer.")},
    {StreamFault::PlainRefused, "plain_refused", ErrorCode::InvalidInput, false,
     QT_TRANSLATE_NOOP(
         "StreamTexts",
         "The stream of %1 would not be encrypted (%2). Use https, or allow plain http for this source.")},
    {StreamFault::BadKey, "bad_key", ErrorCode::InvalidInput, false,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 does not accept the key. Check the key of this source.")},
    {StreamFault::UnknownSymbol, "unknown_symbol", ErrorCode::NotFound, false,
     QT_TRANSLATE_NOOP("StreamTexts", "%1 does not stream this symbol. Give the symbol as it is spelled there.")},
});

static_assert(standInOrder(kFaults));

//! Close codes "normal" and "going away": they tell a reader nothing.
bool isPlainEnd(const QString &code, const QStringList &names)
{
    return code == QLatin1String("closed") && (names.value(1) == u"1000" || names.value(1) == u"1001");
}

} // namespace

bool isPassing(StreamFault fault)
{
    return rowOf(kFaults, fault).passing;
}

QString codeOf(StreamFault fault)
{
    return QString::fromLatin1(rowOf(kFaults, fault).code);
}

QStringList namesOf(const StreamError &error, const QString &source)
{
    return {source, error.code != 0 ? QString::number(error.code) : error.address};
}

QString streamSentence(const QString &code, const QStringList &names)
{
    const auto row = std::ranges::find_if(
        kFaults, [&code](const FaultRow<StreamFault> &one) { return code == QLatin1String(one.code); });
    if (row == kFaults.end())
        return {};
    if (isPlainEnd(code, names))
        return StreamTexts::tr("%1 closed the stream.").arg(names.value(0));
    const QString text = StreamTexts::tr(row->text);
    const bool hasSecond = text.contains(QLatin1String("%2"));
    return hasSecond ? text.arg(names.value(0), names.value(1)) : text.arg(names.value(0));
}

core::Error toError(const StreamError &error, const QString &source)
{
    return {rowOf(kFaults, error.fault).error, streamSentence(codeOf(error.fault), namesOf(error, source)),
            error.detail};
}

} // namespace tickmark::sources
