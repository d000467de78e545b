// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptBench.h"

#include <charts/VerdictShape.h>
#include <tables/HeadlineLoader.h>

#include <QTest>

#include <cstdlib>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using store::ClaimKey;
using store::ClaimPlace;
using tables::ClaimBook;
using tables::ClaimMaker;

ClaimMaker on(const QString &text, const QString &words, int nth, ClaimPlace place)
{
    return ClaimMaker().in(1, nth).with([&](store::StoredClaim &claim) {
        const qsizetype start = text.indexOf(words);
        claim.claim.span = {start, start + words.size()};
        claim.claim.text = words;
        claim.place = place;
    });
}

int count(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            found += std::abs(at.red() - color.red()) + std::abs(at.green() - color.green())
                         + std::abs(at.blue() - color.blue())
                     < 24;
        }
    }
    return found;
}

bool ExcerptBench::start()
{
    m_view.reset();
    m_appearance = std::make_unique<style::Appearance>(u"en"_s);
    if (!m_appearance->setZone("Europe/Berlin"))
        return false;
    m_view = std::make_unique<ExcerptView>(*m_appearance);
    m_view->resize(428, 600);
    m_view->show();
    return true;
}

void ExcerptBench::show(const QString &excerpt, std::vector<store::StoredClaim> claims, const QString &title)
{
    core::NewsItem item = tables::newsOf(1, u"Parkettpost"_s, title);
    item.excerpt = excerpt;
    const core::Instrument nvidia = tables::stock(1, u"NVDA"_s, u"Nvidia"_s);
    m_view->setHeadline(tables::makeHeadlines({item}, {nvidia}, {}, u"de"_s)->headlines.front());
    m_view->setClaims(
        std::make_shared<const ClaimBook>(std::move(claims), std::vector{item}, std::vector{nvidia}, u"en"_s));
}

int ExcerptBench::lineOf(VerdictCode code) const
{
    return count(text()->grab().toImage(), charts::verdictColor(m_appearance->theme(), code));
}

void ExcerptBench::clickOn(ExcerptText *where, const ClaimKey &key)
{
    const auto rect = where->numberRect(key);
    QVERIFY(rect);
    QTest::mouseClick(where->viewport(), Qt::LeftButton, {}, rect->center());
}
