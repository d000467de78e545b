// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedFaults.h"

#include "FeedParser.h"
#include "SafeText.h"

#include <QCoreApplication>
#include <QLocale>

namespace tickmark::news {

namespace {

constexpr qsizetype kLongestQuote = 160;

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("Feed", text, nullptr, count);
}

core::Error damaged(QString message, QString detail)
{
    return {core::ErrorCode::Damaged, std::move(message), std::move(detail)};
}

core::Error invalid(QString message, QString detail = {})
{
    return {core::ErrorCode::InvalidInput, std::move(message), std::move(detail)};
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

core::Error notAFeed(core::ContentKind kind, QStringView text)
{
    using core::ContentKind;
    switch (kind) {
    case ContentKind::Empty:
        return invalid(translated(QT_TRANSLATE_NOOP("Feed", "The feed is empty.")));
    case ContentKind::Html:
        return invalid(translated(QT_TRANSLATE_NOOP(
            "Feed", "This is a web page, not a feed. Look there for the address of its RSS or Atom feed.")));
    case ContentKind::Text:
    case ContentKind::Xml:
    case ContentKind::Json:
        return invalid(translated(QT_TRANSLATE_NOOP("Feed", "This is a text, not a feed: “%1”"))
                           .arg(visibleLine(text, kLongestQuote)));
    case ContentKind::Pdf:
    case ContentKind::Workbook:
    case ContentKind::Sqlite:
    case ContentKind::Binary:
        break;
    }
    return invalid(translated(QT_TRANSLATE_NOOP("Feed", "This is a binary file, not a feed.")));
}

core::Error feedTooBig(qsizetype bytes)
{
    constexpr qsizetype kMegabyte = 1'000'000;
    return invalid(
        translated(QT_TRANSLATE_NOOP("Feed", "The feed has %1 MB; no more than %2 MB are read."))
            .arg(QLocale().toString(double(bytes) / double(kMegabyte), 'f', 1), number(kMostFeedBytes / kMegabyte)));
}

core::Error unknownXml(QStringView rootElement)
{
    return invalid(
        translated(QT_TRANSLATE_NOOP(
                       "Feed", "This XML file is no news feed: its first element is “%1”, not that of RSS or Atom."))
            .arg(visibleLine(rootElement, 40)));
}

core::Error unknownJson()
{
    return invalid(translated(QT_TRANSLATE_NOOP(
        "Feed", "This JSON file is no news feed: neither a JSON Feed nor a list of articles by GDELT.")));
}

core::Error brokenJson(qint64 atByte, const QString &detail)
{
    return damaged(
        translated(QT_TRANSLATE_NOOP("Feed", "The feed is no valid JSON: it is damaged or cut off at byte %1."))
            .arg(number(atByte)),
        detail);
}

core::Error nothingReadable(FeedProblem::Kind kind, qint64 line, const QString &detail)
{
    if (kind == FeedProblem::Kind::Cut)
        return damaged(
            translated(QT_TRANSLATE_NOOP("Feed",
                                         "The feed is cut off in line %1; there is nothing before that could be kept."))
                .arg(number(line)),
            detail);
    if (kind == FeedProblem::Kind::Forbidden)
        return invalid(
            translated(QT_TRANSLATE_NOOP("Feed", "The feed declares entities or a document type of its own in line "
                                                 "%1; such feeds are not read, because they can do harm."))
                .arg(number(line)),
            detail);
    if (kind == FeedProblem::Kind::TooDeep)
        return damaged(
            translated(
                QT_TRANSLATE_NOOP(
                    "Feed", "The feed is nested too deeply in line %1; there is nothing before that could be kept."))
                .arg(number(line)),
            detail);
    return damaged(
        translated(
            QT_TRANSLATE_NOOP("Feed", "The feed is ill-formed at line %1; there is nothing before that could be kept."))
            .arg(number(line)),
        detail);
}

FeedProblem endedEarly(FeedProblem::Kind kind, qint64 line, size_t kept)
{
    const auto count = int(kept);
    QString message;
    switch (kind) {
    case FeedProblem::Kind::Cut:
        message = translated(
            QT_TRANSLATE_N_NOOP("Feed", "The feed is cut off in line %1; the %n item(s) before that were read."),
            count);
        break;
    case FeedProblem::Kind::Forbidden:
        message = translated(QT_TRANSLATE_N_NOOP("Feed",
                                                 "The feed declares entities or a document type of its own in line %1, "
                                                 "which can do harm; the %n item(s) before that were read."),
                             count);
        break;
    case FeedProblem::Kind::TooDeep:
        message = translated(QT_TRANSLATE_N_NOOP("Feed",
                                                 "The feed is nested too deeply in line %1; the %n item(s) before that "
                                                 "were read."),
                             count);
        break;
    default:
        message = translated(
            QT_TRANSLATE_N_NOOP("Feed", "The feed is ill-formed at line %1; the %n item(s) before that were read."),
            count);
    }
    return {kind, line, message.arg(number(line))};
}

FeedProblem tooManyItems(size_t kept)
{
    return {FeedProblem::Kind::TooManyItems, 0,
            translated(QT_TRANSLATE_NOOP("Feed", "The feed has very many items; the first %1 were read."))
                .arg(number(qint64(kept)))};
}

FeedProblem itemsRejected(size_t count)
{
    return {
        FeedProblem::Kind::Rejected, 0,
        translated(QT_TRANSLATE_N_NOOP("Feed", "%n item(s) without a title and a text were left out."), int(count))};
}

FeedProblem textsCut()
{
    return {FeedProblem::Kind::TextCut, 0,
            translated(QT_TRANSLATE_NOOP("Feed", "Texts of the feed that are longer than any news were cut."))};
}

FeedProblem encodingProblem(FeedProblem::Kind kind, const QString &encoding)
{
    const char *text = kind == FeedProblem::Kind::UnknownEncoding
                           ? QT_TRANSLATE_NOOP("Feed",
                                               "The feed's encoding “%1” is not known; some letters may be wrong.")
                           : QT_TRANSLATE_NOOP(
                               "Feed", "The feed says that it is encoded as “%1”, which it is not; some letters may "
                                       "be wrong.");
    return {kind, 0, translated(text).arg(encoding)};
}

} // namespace tickmark::news
