// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityTexts.h"

#include "SourceTexts.h"

#include <QCoreApplication>

namespace tickmark::tables {

using analysis::QualityFinding;
using analysis::QualityKind;
using analysis::QualitySeverity;

namespace {

struct QualityTexts
{
    Q_DECLARE_TR_FUNCTIONS(QualityTexts)
};

constexpr std::size_t kMostRunsInWords = 40;

QString priceText(const std::optional<core::Price> &price, const core::Formats &formats)
{
    return price ? formats.price(*price) : QString(QChar(0x2013));
}

QString runText(const analysis::SessionRun &run, const core::Formats &formats)
{
    return run.first == run.last ? formats.date(run.first)
                                 : formats.date(run.first) + QStringLiteral(" \u2013 ") + formats.date(run.last);
}

QString splitText(const QualityFinding &finding)
{
    //: a split: so many new shares for so many old ones
    return QualityTexts::tr("%1 for %2").arg(finding.newShares).arg(finding.oldShares);
}

QString splitSentence(const QualityFinding &finding, const core::Formats &formats)
{
    const QString sentence = [&] {
        switch (finding.kind) {
        case QualityKind::SplitMissing:
            return QualityTexts::tr(
                "The database knows a split of %1, %2 on %3, but the prices from %4 do not show it "
                "(%5 before, %6 after): they have it in them already, and would be adjusted twice.");
        case QualityKind::SplitUnapplied:
            return QualityTexts::tr("The split of %1, %2 on %3, is said to be in the prices from %4, but they still "
                                    "show it: %5 before, %6 after.");
        case QualityKind::SplitTwice:
            return QualityTexts::tr("The prices of %1 have the split, %2 on %3, once too often in them (source: %4): "
                                    "%5 before, %6 after.");
        default:
            return QualityTexts::tr("The price of %1 moves as in a split, %2 on %3, and stays there (source: %4): %5 "
                                    "before, %6 after. The database knows of no split.");
        }
    }();
    return sentence.arg(finding.symbol, splitText(finding), formats.date(finding.session),
                        seriesText(finding.series, formats), priceText(finding.other, formats),
                        priceText(finding.value, formats));
}

QString disagreementSentence(const QualityFinding &finding, const core::Formats &formats)
{
    const QString other = finding.otherSeries ? seriesText(*finding.otherSeries, formats) : QString();
    const QString worst = QualityTexts::tr("On %1, %2 closed at %3 according to %4 and at %5 according to %6: %7.")
                              .arg(formats.date(finding.session), finding.symbol, priceText(finding.value, formats),
                                   seriesText(finding.series, formats), priceText(finding.other, formats), other,
                                   formats.signedPercent(finding.percent));
    if (finding.count == 1)
        return worst;
    //: %1: a sentence about the worst of several sessions
    return QualityTexts::tr("%1 That is the largest difference; they differ by more than half a percent on %Ln "
                            "sessions.",
                            nullptr, int(finding.count))
        .arg(worst);
}

//! Of several jumps the first; the others may go the other way.
QString jumpSentence(const QualityFinding &finding, const core::Formats &formats)
{
    const bool isUp = finding.value && finding.other && core::compare(*finding.value, *finding.other) > 0;
    const QString sentence = isUp
                                 ? QualityTexts::tr("From one bar to the next the price of %1 rises to a hundred times "
                                                    "or more: from %2 on %3 to %4 on %5 (source: %6).")
                                 : QualityTexts::tr("From one bar to the next the price of %1 falls to a hundredth or "
                                                    "less: from %2 on %3 to %4 on %5 (source: %6).");
    const QString first = sentence.arg(
        finding.symbol, priceText(finding.other, formats), formats.date(finding.otherSession.value_or(finding.session)),
        priceText(finding.value, formats), formats.date(finding.session), seriesText(finding.series, formats));
    if (finding.count == 1)
        return first;
    //: %1: a sentence about the first of several jumps of a price
    return QualityTexts::tr("%1 That is the first of %Ln such jumps.", nullptr, int(finding.count)).arg(first);
}

//! Bars within the day cannot be corrected by hand.
QString intradayAdvice(QualityKind kind)
{
    switch (kind) {
    case QualityKind::Jump:
        return QualityTexts::tr(
            "Compare with another source. If the source changes the unit, from pounds to pence say, "
            "fetch the series again or choose another source.");
    case QualityKind::BrokenRange:
    case QualityKind::NotPositive:
    case QualityKind::Duplicate:
        return QualityTexts::tr("Fetch or import these bars again, or choose another source.");
    default:
        return {};
    }
}

} // namespace

QString qualityKindText(QualityKind kind)
{
    switch (kind) {
    case QualityKind::Hole:
        return QualityTexts::tr("Missing sessions");
    case QualityKind::ClosedDay:
        return QualityTexts::tr("Exchange closed");
    case QualityKind::Unverified:
        return QualityTexts::tr("Beyond the calendar");
    case QualityKind::Flat:
        return QualityTexts::tr("Nothing traded");
    case QualityKind::Jump:
        return QualityTexts::tr("Jump");
    case QualityKind::BrokenRange:
        return QualityTexts::tr("Low above high");
    case QualityKind::NotPositive:
        return QualityTexts::tr("Zero or below");
    case QualityKind::Duplicate:
        return QualityTexts::tr("Twice in the file");
    case QualityKind::UnknownSplit:
        return QualityTexts::tr("Unknown split");
    case QualityKind::SplitMissing:
        return QualityTexts::tr("Split not in the prices");
    case QualityKind::SplitUnapplied:
        return QualityTexts::tr("Split not taken out");
    case QualityKind::SplitTwice:
        return QualityTexts::tr("Split applied twice");
    case QualityKind::Disagreement:
        break;
    }
    return QualityTexts::tr("Sources disagree");
}

QString qualitySeverityText(QualitySeverity severity)
{
    switch (severity) {
    case QualitySeverity::Note:
        //: how serious it is
        return QualityTexts::tr("Note");
    case QualitySeverity::Warning:
        //: how serious it is
        return QualityTexts::tr("Warning");
    case QualitySeverity::Error:
        break;
    }
    //: how serious it is
    return QualityTexts::tr("Error");
}

QString seriesText(const core::Series &series, const core::Formats &formats)
{
    const QString source = sourceName(series.source, formats);
    if (series.isDaily())
        return source;
    //: %1: a source, %2: length of its bars
    const auto text = [&](const QString &length) { return QualityTexts::tr("%1, %2").arg(source, length); };
    if (series.intervalNs % core::kNsPerHour == 0)
        return text(QualityTexts::tr("%Ln h", "hours", int(series.intervalNs / core::kNsPerHour)));
    if (series.intervalNs % core::kNsPerMinute == 0)
        return text(QualityTexts::tr("%Ln min", "minutes", int(series.intervalNs / core::kNsPerMinute)));
    return text(QualityTexts::tr("%Ln s", "seconds", int(series.intervalNs / core::kNsPerSecond)));
}

QString qualityWhen(const QualityFinding &finding, const core::Formats &formats)
{
    return runText({finding.runs.front().first, finding.runs.back().last, finding.count}, formats);
}

QString qualityWhat(const QualityFinding &finding, const core::Formats &formats)
{
    const int count = int(finding.count);
    switch (finding.kind) {
    case QualityKind::Hole:
        return QualityTexts::tr("%Ln session(s) missing", nullptr, count);
    case QualityKind::ClosedDay:
    case QualityKind::Unverified:
    case QualityKind::Flat:
    case QualityKind::Duplicate:
        return QualityTexts::tr("%Ln bar(s)", nullptr, count);
    case QualityKind::NotPositive:
        return QualityTexts::tr("%Ln bar(s), %1 the first", nullptr, count).arg(priceText(finding.value, formats));
    case QualityKind::Jump:
        return QualityTexts::tr("%Ln jump(s), the first from %1 to %2", nullptr, count)
            .arg(priceText(finding.other, formats), priceText(finding.value, formats));
    case QualityKind::BrokenRange:
        return QualityTexts::tr("%Ln bar(s), the first with low %1 and high %2", nullptr, count)
            .arg(priceText(finding.value, formats), priceText(finding.other, formats));
    case QualityKind::UnknownSplit:
    case QualityKind::SplitMissing:
    case QualityKind::SplitUnapplied:
    case QualityKind::SplitTwice:
        //: %1: a split ("10 for 1"), %2 and %3: prices before and after
        return QualityTexts::tr("%1: from %2 to %3")
            .arg(splitText(finding), priceText(finding.other, formats), priceText(finding.value, formats));
    case QualityKind::Disagreement:
        break;
    }
    //: %1 and %2: closes, %3: a source, %4: the difference in percent
    return QualityTexts::tr("%1 against %2 from %3 (%4)")
        .arg(priceText(finding.value, formats), priceText(finding.other, formats),
             finding.otherSeries ? seriesText(*finding.otherSeries, formats) : QString(),
             formats.signedPercent(finding.percent));
}

QString qualitySentence(const QualityFinding &finding, const core::Formats &formats)
{
    const int count = int(finding.count);
    const QString source = seriesText(finding.series, formats);
    const QString date = formats.date(finding.session);
    const QString value = priceText(finding.value, formats);
    const QString other = priceText(finding.other, formats);
    switch (finding.kind) {
    case QualityKind::Hole:
        return QualityTexts::tr("%1 has no quotes of %Ln session(s) of its exchange (source: %2).", nullptr, count)
            .arg(finding.symbol, source);
    case QualityKind::ClosedDay:
        return QualityTexts::tr("%1 has %Ln bar(s) of days on which its exchange was closed, according to the calendar "
                                "(source: %2).",
                                nullptr, count)
            .arg(finding.symbol, source);
    case QualityKind::Unverified:
        return QualityTexts::tr("%1 has %Ln bar(s) of days that the calendar of its exchange does not reach: nobody "
                                "knows whether sessions are missing there (source: %2).",
                                nullptr, count)
            .arg(finding.symbol, source);
    case QualityKind::Flat:
        return QualityTexts::tr("In %Ln bar(s) of %1 all four prices are equal and nothing was traded (source: %2).",
                                nullptr, count)
            .arg(finding.symbol, source);
    case QualityKind::Jump:
        return jumpSentence(finding, formats);
    case QualityKind::BrokenRange:
        return QualityTexts::tr("In %Ln bar(s) of %1 the low is above the high, or open or close lie outside them. The "
                                "first is on %2, low %3, high %4 (source: %5).",
                                nullptr, count)
            .arg(finding.symbol, date, value, other, source);
    case QualityKind::NotPositive:
        return QualityTexts::tr("In %Ln bar(s) of %1 a price is zero or negative. The first is on %2, at %3 (source: "
                                "%4).",
                                nullptr, count)
            .arg(finding.symbol, date, value, source);
    case QualityKind::Duplicate:
        return QualityTexts::tr("The file had %Ln bar(s) of %1 more than once; the last value stands (source: %2).",
                                nullptr, count)
            .arg(finding.symbol, source);
    case QualityKind::Disagreement:
        return disagreementSentence(finding, formats);
    default:
        return splitSentence(finding, formats);
    }
}

QString qualityAdvice(const QualityFinding &finding)
{
    if (const QString advice = finding.series.isDaily() ? QString() : intradayAdvice(finding.kind); !advice.isEmpty())
        return advice;
    switch (finding.kind) {
    case QualityKind::Hole:
        return QualityTexts::tr(
            "Fetch or import these days again, or choose another source. If the exchange was closed "
            "and its calendar does not know, there is nothing to be done.");
    case QualityKind::ClosedDay:
        return QualityTexts::tr(
            "If the exchange was open, there is nothing to be done: the quotes count. If the source "
            "dates them wrongly, choose another source.");
    case QualityKind::Unverified:
        return QualityTexts::tr("There is nothing to be done: the quotes count.");
    case QualityKind::Flat:
        return QualityTexts::tr("Choose another source. While a share is suspended there is nothing to be done.");
    case QualityKind::Jump:
        return QualityTexts::tr("Compare with another source and correct the bar. If the source changes the unit, from "
                                "pounds to pence say, fetch the series again or choose another source.");
    case QualityKind::BrokenRange:
    case QualityKind::NotPositive:
        return QualityTexts::tr("Correct the bar, or fetch it again.");
    case QualityKind::Duplicate:
        return QualityTexts::tr("If the two values differed, see which one is right and correct the bar.");
    case QualityKind::UnknownSplit:
        return QualityTexts::tr(
            "If it was a split, fetch or import the splits of this instrument: the prices before are "
            "then shown in today's shares. If it was not, there is nothing to be done.");
    case QualityKind::SplitMissing:
    case QualityKind::SplitUnapplied:
    case QualityKind::SplitTwice:
        return QualityTexts::tr(
            "Fetch the whole series again, so that all its prices are of one kind, or choose another source. An adjusted "
            "history from a file is imported with --splits-until.");
    case QualityKind::Disagreement:
        break;
    }
    return QualityTexts::tr("Choose the source that you trust. If a single value is wrong, correct the bar.");
}

QString qualitySessions(const QualityFinding &finding, const core::Formats &formats)
{
    QStringList runs;
    qint64 told = 0;
    for (const analysis::SessionRun &run : finding.runs) {
        if (std::size_t(runs.size()) == kMostRunsInWords)
            break;
        runs.append(runText(run, formats));
        told += run.count;
    }
    const QString list = runs.join(QStringLiteral(", "));
    if (told == finding.count)
        return list;
    //: %1: a list of dates
    return QualityTexts::tr("%1 and %Ln more", nullptr, int(finding.count - told)).arg(list);
}

} // namespace tickmark::tables
