// SPDX-License-Identifier: GPL-3.0-or-later
#include "CaseScorer.h"

#include <claims/ClaimExtractor.h>
#include <claims/Judge.h>

#include <QJsonArray>

#include <cmath>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

news::NameList builtInNames()
{
    auto names = news::NameList::loadBuiltIn();
    return names ? std::move(*names) : news::NameList();
}

//! Of the same claim in the same words.
QString keyOf(const QJsonObject &label)
{
    return u"%1 %2 %3..%4 %5 %6"_s
        .arg(label.value("kind"_L1).toString(), label.value("direction"_L1).toString("none"_L1))
        .arg(label.value("low"_L1).toDouble(), 0, 'g', 12)
        .arg(label.value("high"_L1).toDouble(), 0, 'g', 12)
        .arg(label.value("unit"_L1).toString(), label.value("hedge"_L1).toString("exact"_L1));
}

QString keyOf(const claims::Claim &claim)
{
    return u"%1 %2 %3..%4 %5 %6"_s.arg(claims::kindCode(claim.kind), claims::directionCode(claim.direction))
        .arg(claim.low, 0, 'g', 12)
        .arg(claim.high, 0, 'g', 12)
        .arg(claim.unit, claims::hedgeCode(claim.hedge));
}

} // namespace

CaseScorer::CaseScorer()
    : m_names(builtInNames()), m_finder(m_quotes.instruments(), &m_names), m_calendars(u":/calendars"_s)
{}

struct FoundClaim
{
    claims::Claim claim;
    core::Time published;
    bool isTaken = false;
};

//! The claim's last session; empty where the program knows no calendar.
QString CaseScorer::sessionOf(const QString &symbol, const FoundClaim &found) const
{
    const news::NameEntry *entry = m_names.find(symbol);
    auto calendar = m_calendars.calendar(entry ? entry->instrument.mic : u"XNYS"_s);
    if (!calendar) // an exchange that the program knows no calendar of: what counts is the date
        calendar = m_calendars.calendar(u"XNYS"_s);
    const auto span = claims::sessionsOf(found.claim.time, found.published, **calendar);
    return span ? QString::fromStdString(span->last.iso()) : QString();
}

//! By the text's name for it or by another that the list has.
bool CaseScorer::isCalled(const claims::Subject &subject, const QString &name, const QString &language) const
{
    const auto isPart = [](const QString &a, const QString &b) {
        return !a.isEmpty() && !b.isEmpty()
               && (a.contains(b, Qt::CaseInsensitive) || b.contains(a, Qt::CaseInsensitive));
    };
    if (isPart(subject.text, name))
        return true;
    const news::NameEntry *entry = m_names.find(subject.symbol);
    return entry && std::ranges::any_of(entry->instrument.names, [&](const core::InstrumentNames &names) {
               return names.language == language && names.aliases.contains(name, Qt::CaseInsensitive);
           });
}

void CaseScorer::add(const QJsonObject &labelled)
{
    const QString id = labelled.value("id"_L1).toString();
    const QString text = labelled.value("text"_L1).toString();
    const QString language = labelled.value("language"_L1).toString();
    const auto published = core::parseIsoTime(labelled.value("published"_L1).toString().toStdString());
    if (!published || text.isEmpty()) {
        m_differences.append(id + ": no case"_L1);
        return;
    }
    ++m_cases;
    std::vector<FoundClaim> found;
    for (claims::Claim &claim :
         claims::extractClaims(text, claims::builtInLexicon(language), m_finder.find(text, language), *published))
        found.push_back({std::move(claim), *published, false});
    const auto isSameSubject = [&](const QJsonObject &label, const claims::Subject &subject) {
        const QString symbol = label.value("subject"_L1).toString();
        const QString name = label.value("subject_text"_L1).toString();
        if (!symbol.isEmpty())
            return subject.symbol == symbol;
        if (name.isEmpty())
            return !subject.isNamed();
        return isCalled(subject, name, language);
    };
    for (const QJsonValue &value : labelled.value("claims"_L1).toArray()) {
        const QJsonObject label = value.toObject();
        const auto hit = std::ranges::find_if(found, [&](const FoundClaim &candidate) {
            return !candidate.isTaken && keyOf(candidate.claim) == keyOf(label)
                   && isSameSubject(label, candidate.claim.subject);
        });
        const QString what = label.value("subject"_L1).toString(label.value("subject_text"_L1).toString()) + u' '
                             + keyOf(label);
        if (hit == found.end()) {
            ++m_missed;
            m_differences.append(id + ": missed "_L1 + what);
            continue;
        }
        hit->isTaken = true;
        const QString session = label.value("session"_L1).toString();
        const QString ownSession = session.isEmpty() ? QString() : sessionOf(hit->claim.subject.symbol, *hit);
        const int sessions = label.value("sessions"_L1).toInt(hit->claim.time.sessions);
        const bool isSpan = hit->claim.time.span != claims::ClaimTime::Span::Sessions;
        if ((!session.isEmpty() && session != ownSession) || (!isSpan && sessions != hit->claim.time.sessions)) {
            ++m_missed;
            m_differences.append(id
                                 + u": session %1 (%2) instead of %3 (%4) for "_s.arg(ownSession)
                                       .arg(hit->claim.time.sessions)
                                       .arg(session)
                                       .arg(sessions)
                                 + what);
            continue;
        }
        ++m_right;
        if (label.contains("verdict"_L1))
            compareVerdict(id + u": "_s + what, label.value("verdict"_L1).toString(), *hit);
    }
    for (const FoundClaim &rest : found) {
        if (rest.isTaken)
            continue;
        ++m_false;
        const claims::Subject &subject = rest.claim.subject;
        m_differences.append(id + ": false "_L1 + (subject.symbol.isEmpty() ? subject.text : subject.symbol) + u' '
                             + keyOf(rest.claim) + " in \""_L1 + rest.claim.text + u'"');
    }
}

//! Judged when all sessions that it may speak of are over.
void CaseScorer::compareVerdict(const QString &what, const QString &expected, const FoundClaim &found)
{
    const claims::Claim &claim = found.claim;
    const core::Time afterwards{found.published.ns + 30 * core::kNsPerDay};
    const claims::Verdict verdict = claim.subject.instrumentId == 0
                                        ? claims::judgeWithoutQuotes(claim)
                                        : claims::judge(claim, found.published, m_quotes.all(claim), afterwards);
    const QString code = claims::verdictCodeText(verdict.code);
    ++m_verdicts;
    if (code == expected) {
        ++m_verdictsRight;
        return;
    }
    m_differences.append(u"%1: verdict %2 (%3) instead of %4, interval %5..%6"_s
                             .arg(what, code, claims::basisCode(verdict.basis), expected)
                             .arg(verdict.interval.low)
                             .arg(verdict.interval.high)
                         + u", measured "_s + said::rounded(verdict.measured));
}

QString CaseScorer::summary() const
{
    return u"%1 cases: precision %2 recall %3 (%4 right, %5 false, %6 missed), verdicts %7 of %8"_s.arg(m_cases)
        .arg(precision(), 0, 'f', 3)
        .arg(recall(), 0, 'f', 3)
        .arg(m_right)
        .arg(m_false)
        .arg(m_missed)
        .arg(m_verdictsRight)
        .arg(m_verdicts);
}
