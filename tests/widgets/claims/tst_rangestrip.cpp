// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <claimview/RangeStrip.h>

#include <cmath>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

//! Where close and claim stand in the range of a session.
class RangeStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStripHoldsCloseAndClaim();
};

void RangeStripTest::theStripHoldsCloseAndClaim()
{
    const style::Appearance appearance(u"en"_s);
    const auto mark = [](double value, const char *name) {
        return StripMark{value, QString::fromLatin1(name), u"1"_s, {}};
    };
    RangeStripData data{mark(100, "Low"),   mark(102, "Open"), mark(110, "High"),
                        mark(101, "Close"), mark(60, "Claim"), VerdictCode::Contradicted};
    RangeStrip far(appearance, data);
    far.resize(380, far.sizeHint().height());
    QVERIFY(far.xOf(60) > 0 && far.xOf(60) < far.xOf(100) && far.xOf(110) < far.width());
    QVERIFY(!far.isOpenShown()); // its label would lie over those of low and high
    data.claim.value = 105;
    data.open.value = 105;
    RangeStrip near(appearance, data);
    near.resize(380, near.sizeHint().height());
    QVERIFY(near.isOpenShown());
    data = {mark(5, "Low"), mark(5, "Open"), mark(5, "High"), mark(5, "Close"), mark(5, "Claim"), VerdictCode::Close};
    RangeStrip flat(appearance, data);
    flat.resize(380, flat.sizeHint().height());
    QVERIFY(std::isfinite(flat.xOf(5)) && !flat.grab().isNull());
}

QTEST_MAIN(RangeStripTest)
#include "tst_rangestrip.moc"
