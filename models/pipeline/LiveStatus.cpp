// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveStatus.h"

#include "LiveFault.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tickmark::pipeline {

namespace {

struct LiveTexts
{
    Q_DECLARE_TR_FUNCTIONS(LiveTexts)
};

struct SentenceRow
{
    const char *code;
    int names;
    const char *text;
};

constexpr auto kSentences = std::to_array<SentenceRow>({
    {"cannot_stream", 1, QT_TRANSLATE_NOOP("LiveTexts", "%1 cannot be streamed: its provider has no live trades.")},
    {"source_gone", 1, QT_TRANSLATE_NOOP("LiveTexts", "The source “%1” is not in the store any more.")},
    {"instrument_gone", 1, QT_TRANSLATE_NOOP("LiveTexts", "%1 is not in the store any more.")},
    {"counts_anew", 2,
     QT_TRANSLATE_NOOP("LiveTexts",
                       "%1 counts its trades of %2 anew. What was stored before stays; what may be missing "
                       "in between is a gap.")},
    {"not_given", 2,
     QT_TRANSLATE_NOOP("LiveTexts", "%1 does not give the missing trades of %2 again. The gap stays; it is asked for "
                                    "again from time to time.")},
});

//! Empty: it is none of those that are found out here.
QString ownSentence(const QString &code, const QStringList &names)
{
    const auto row = std::ranges::find_if(kSentences, [&](const SentenceRow &one) {
        return code == QLatin1String(one.code) && one.names == names.size();
    });
    if (row == kSentences.end())
        return {};
    const QString sentence = LiveTexts::tr(row->text);
    // all at once: a name may look like a place for another one
    return row->names == 1 ? sentence.arg(names[0]) : sentence.arg(names[0], names[1]);
}

} // namespace

LiveFault liveFault(core::ErrorCode kind, const char *code, const QStringList &names)
{
    const QString word = QString::fromLatin1(code);
    return {{kind, liveSentence(word, names, {}), {}}, word, names};
}

LiveFault liveFault(const sources::StreamError &error, const QString &source)
{
    return {toError(error, source), codeOf(error.fault), namesOf(error, source)};
}

LiveFault liveFault(const FetchFault &fault)
{
    return {fault.error, fault.code, fault.names};
}

LiveFault notStored(const core::Error &error)
{
    return {error, QStringLiteral("not_stored"), {}};
}

QString liveSentence(const QString &code, const QStringList &names, const QString &text)
{
    if (names.isEmpty())
        return text;
    for (const QString &sentence : {ownSentence(code, names), sources::streamSentence(code, names)}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return errorSentence(code, names, text);
}

QString liveSentence(const LiveStatus &status)
{
    return liveSentence(status.errorCode, status.errorNames, status.error ? status.error->message : QString());
}

QString backfillSentence(const LiveStatus &status)
{
    const QString own = ownSentence(status.backfillErrorCode, status.backfillErrorNames);
    const QString text = status.backfillError ? status.backfillError->message : QString();
    return own.isEmpty() ? errorSentence(status.backfillErrorCode, status.backfillErrorNames, text) : own;
}

} // namespace tickmark::pipeline
