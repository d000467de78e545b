// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/claims/SampleQuotes.h"
#include "SampleContent.h"
#include <charts/ChartPlan.h>
#include <charts/ChartStack.h>
#include <charts/ClaimedLevelMark.h>
#include <charts/VerdictShape.h>

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>

using namespace tickmark;
using namespace tickmark::charts;
using namespace said;
using claims::Claim;
using claims::Hedge;
using tests::specOf;

namespace {

const char *const kMonday = "2025-01-27";
const char *const kNextMorning = "2025-01-28T09:00:00Z";
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr QSize kSize(1000, 800);

std::unique_ptr<ChartStack> stackOf(const tests::SampleContent &sample, const ChartSpec &spec,
                                    const std::optional<ClaimedLevel> &level)
{
    ChartStack::Geometry geometry{QSizeF(kSize), 1.0, ChartMetrics::screen()};
    geometry.claimed = level;
    auto stack = ChartStack::create(spec, sample.daily(spec), geometry);
    return stack ? std::move(*stack) : nullptr;
}

QImage picture(ChartStack &stack)
{
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    stack.render(painter, {});
    return image;
}

} // namespace

//! The analyst sees where the number that a text states lies among the prices. A band at another price, or in another
//! instrument's chart, tells something false.
class TestClaimedLevel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesOfANumber_data();
    void pricesOfANumber();
    void noPriceStandsForIt_data();
    void noPriceStandsForIt();
    void knowsItsDay();
    void liesAtItsPriceWhateverTheScale_data();
    void liesAtItsPriceWhateverTheScale();
    void isDrawnInTheSharesOfTheCurve();
    void isDrawnOnlyWhereItsInstrumentIs();
    void comesIntoViewUnlessThatFlattensTheCurves();
    void isGoneWithItsSession();
    void labelsKeepApart();

private:
    store::StoredClaim judged(const Claim &claim, const char *published = kNextMorning) const
    {
        store::StoredClaim stored;
        stored.claim = claim;
        stored.published = at(published);
        stored.verdict = claims::judge(claim, at(published), m_quotes.all(claim), at("2025-02-15T00:00:00Z"));
        return stored;
    }
    std::optional<ClaimedLevel> levelOf(const Claim &claim, const char *published = kNextMorning) const
    {
        return claimedLevelOf(judged(claim, published), QLocale(QLocale::English));
    }

    SampleQuotes m_quotes;
    tests::SampleContent m_sample;
};

void TestClaimedLevel::pricesOfANumber_data()
{
    QTest::addColumn<Claim>("claim");
    QTest::addColumn<QByteArray>("published");
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("stated");
    QTest::addColumn<double>("high");
    const auto row = [](const char *name, const Claim &claim, double low, double stated, double high,
                        const char *session = kMonday, const char *published = kNextMorning) {
        QTest::newRow(name) << claim << QByteArray(published) << QByteArray(session) << low << stated << high;
    };
    row("percent, close", percent("NVDA", -17, 0.5, kMonday), 142.62 * 0.825, 142.62 * 0.83, 142.62 * 0.835);
    row("percent, during the session", percent("NVDA", -14.4, 0.05, kMonday), 142.62 * 0.8555, 142.62 * 0.856,
        142.62 * 0.8565);
    row("percent, almost", hedged(percent("NVDA", -17, 0.5, kMonday), Hedge::Almost), 142.62 * 0.83, 142.62 * 0.83,
        142.62 * 0.84);
    row("percent, at least", hedged(percent("NVDA", -16, 0.5, kMonday), Hedge::AtLeast), -kInfinity, 142.62 * 0.84,
        142.62 * 0.84);
    row("percent, a range", range(percent("NVDA", -11.1, 0.05, kMonday), 15, 0.5), 142.62 * 0.845, 142.62 * 0.8695,
        142.62 * 0.8895);
    row(
        "percent, without a direction goes where the market went",
        [] {
            Claim claim = percent("NVDA", -17, 0.5, kMonday);
            claim.direction = claims::Direction::None;
            return claim;
        }(),
        142.62 * 0.825, 142.62 * 0.83, 142.62 * 0.835);
    row("percent, wrong", percent("NVDA", 17, 0.5, kMonday), 142.62 * 1.165, 142.62 * 1.17, 142.62 * 1.175);
    row("percent, the next day", percent("NVDA", 8.9, 0.05, "2025-01-28"), 118.42 * 1.0885, 118.42 * 1.089,
        118.42 * 1.0895, "2025-01-28", "2025-01-29T07:20:00Z");
    row("points", points("NVDA", -24, 0.5, "USD", kMonday), 118.12, 118.62, 119.12);
    row("points of an index that closed up", points("^DJI", -54, 0.5, "points", kMonday), 44369.75, 44370.25, 44370.75);
    const double perBillion = 24.20 / 592.658;
    row("market value", value("NVDA", -589, 0.5, "USD", kMonday), 142.62 - 589.5 * perBillion,
        142.62 - 589 * perBillion, 142.62 - 588.5 * perBillion);
    row("market value, wrong", value("NVDA", -450, 5, "USD", kMonday), 142.62 - 455 * perBillion,
        142.62 - 450 * perBillion, 142.62 - 445 * perBillion);
    row("price", level("NVDA", 118.4, 0.05, "USD", kMonday), 118.35, 118.4, 118.45);
}

void TestClaimedLevel::pricesOfANumber()
{
    QFETCH(Claim, claim);
    QFETCH(QByteArray, published);
    QFETCH(QByteArray, session);
    QFETCH(double, low);
    QFETCH(double, stated);
    QFETCH(double, high);
    const auto level = levelOf(claim, published.constData());
    QVERIFY(level);
    QCOMPARE(level->symbol, claim.subject.symbol);
    QCOMPARE(level->session.iso(), std::string(session.constData()));
    QVERIFY2(level->low == low || std::abs(level->low - low) < 0.01,
             QByteArray::number(level->low, 'f', 4).constData());
    QVERIFY2(std::abs(level->stated - stated) < 0.01, QByteArray::number(level->stated, 'f', 4).constData());
    QVERIFY2(std::abs(level->high - high) < 0.01, QByteArray::number(level->high, 'f', 4).constData());
}

void TestClaimedLevel::noPriceStandsForIt_data()
{
    QTest::addColumn<store::StoredClaim>("claim");
    QTest::newRow("not judged yet") << [this] {
        store::StoredClaim claim = judged(percent("NVDA", -17, 0.5, kMonday));
        claim.verdict.reset();
        return claim;
    }();
    QTest::newRow("no quotes of the day before") << judged(percent("ENR.DE", -20, 0.5, kMonday));
    QTest::newRow("of nobody") << [] {
        store::StoredClaim claim;
        claim.claim = percent("NVDA", -9, 0.5, kMonday);
        claim.claim.subject = {};
        claim.verdict = claims::judgeWithoutQuotes(claim.claim);
        return claim;
    }();
    QTest::newRow("a sum of daily percentages")
        << judged(overSessions(hedged(percent("6857.T", -20, 0.5), Hedge::Almost), 2, false), "2025-01-28T06:50:00Z");
}

void TestClaimedLevel::noPriceStandsForIt()
{
    QFETCH(store::StoredClaim, claim);
    QVERIFY(!claimedLevelOf(claim, QLocale(QLocale::English)));
}

void TestClaimedLevel::knowsItsDay()
{
    const auto level = levelOf(percent("NVDA", -14.4, 0.05, kMonday));
    QVERIFY(level);
    QCOMPARE(level->code, claims::VerdictCode::Intraday);
    QCOMPARE(level->dayHigh, std::optional(128.40));
    QCOMPARE(level->dayLow, std::optional(116.70));
    QCOMPARE(level->dayClose, std::optional(118.42));
    QCOMPARE(level->number, QStringLiteral("−14.4%"));
    const auto german = claimedLevelOf(judged(percent("NVDA", -14.4, 0.05, kMonday)), QLocale(QLocale::German));
    QCOMPARE(german->number, QStringLiteral("−14,4\u00a0%"));
}

void TestClaimedLevel::liesAtItsPriceWhateverTheScale_data()
{
    QTest::addColumn<ValueScale>("scale");
    QTest::addColumn<double>("value");
    QTest::newRow("price") << ValueScale::Linear << 142.62 * 0.856;
    QTest::newRow("price, logarithmic") << ValueScale::Log << 142.62 * 0.856;
    QTest::newRow("percent since another day") << ValueScale::Rebased << (142.62 * 0.856 / 140.83 - 1) * 100;
    QTest::newRow("percent, logarithmic") << ValueScale::RebasedLog << (142.62 * 0.856 / 140.83 - 1) * 100;
}

void TestClaimedLevel::liesAtItsPriceWhateverTheScale()
{
    QFETCH(ValueScale, scale);
    QFETCH(double, value);
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-14", "2025-02-14", "2025-01-21");
    spec.theme = ThemeName::Light;
    spec.scale = scale;
    const auto level = levelOf(percent("NVDA", -14.4, 0.05, kMonday));
    const auto stack = stackOf(m_sample, spec, level);
    QVERIFY(stack);
    const PaneContext &context = stack->panes().front();
    const auto mark = claimedLevelMark(context, *level);
    QVERIFY(mark);
    QVERIFY(mark->band.height() >= 2.999);
    QVERIFY(std::abs(mark->band.center().y() - context.y.y(value)) < 1);
    QVERIFY(std::abs(mark->shape.y() - context.y.y(value)) < 0.01);
    QVERIFY(context.plot.contains(mark->band));
    // from its session to the gutter
    const double middle =
        context.position(*context.spec().curves.front().layer->pointAt(*context.x, level->session)).x();
    QVERIFY(mark->band.left() < middle && middle - mark->band.left() < 30);
    QCOMPARE(mark->band.right(), context.plot.right());
    QCOMPARE(mark->shape.x(), middle);

    const QRgb expected = picture(*stack).pixel(int(context.plot.right()) - 3, int(mark->band.center().y()));
    const QColor yellow = verdictColor(context.plan->theme, level->code);
    QVERIFY2(qBlue(expected) < 230 && qRed(expected) > qBlue(expected) && yellow.isValid(), "the band is not painted");
}

//! Ten for one after the text was published: its 118.40 are 11.84 among the prices of today.
void TestClaimedLevel::isDrawnInTheSharesOfTheCurve()
{
    const auto level = levelOf(said::level("NVDA", 118.4, 0.05, "USD", kMonday));
    QVERIFY(level);
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-14", "2025-02-14");
    spec.scale = ValueScale::Linear;
    ChartContent content = m_sample.daily(spec);
    core::BarHistory history = *content.curves.at(QStringLiteral("NVDA")).bars;
    history.splits = {{*core::SessionDate::fromIso("2025-02-10"), 10, 1}};
    for (const bool isInPrices : {true, false}) {
        if (isInPrices)
            history.series.splitsUntil = core::SessionDate::fromIso("2025-02-14");
        else
            history.series.splitsUntil.reset();
        content.curves[QStringLiteral("NVDA")].bars = std::make_shared<const core::BarHistory>(history);
        ChartStack::Geometry geometry{QSizeF(kSize), 1.0, ChartMetrics::screen()};
        geometry.claimed = level;
        const auto stack = ChartStack::create(spec, content, geometry);
        QVERIFY(stack);
        const auto stated = statedValue((*stack)->panes().front(), *level);
        QVERIFY(stated);
        QVERIFY2(std::abs(*stated - (isInPrices ? 11.84 : 118.4)) < 1e-9, qPrintable(QString::number(*stated)));
    }
}

void TestClaimedLevel::isDrawnOnlyWhereItsInstrumentIs()
{
    ChartSpec spec = specOf(QStringLiteral("^GSPC,^IXIC;NVDA,AVGO;volume:NVDA"), "2025-01-14", "2025-02-14",
                            "2025-01-24");
    spec.theme = ThemeName::Dark;
    const auto level = levelOf(percent("NVDA", -14.4, 0.05, kMonday));
    const auto stack = stackOf(m_sample, spec, level);
    const auto without = stackOf(m_sample, spec, std::nullopt);
    QVERIFY(stack && without);
    QVERIFY(!claimedLevelMark(stack->panes()[0], *level));
    QVERIFY(claimedLevelMark(stack->panes()[1], *level));
    QVERIFY(!claimedLevelMark(stack->panes()[2], *level));
    const QImage drawn = picture(*stack);
    const QImage plain = picture(*without);
    const auto part = [&](const QImage &image, std::size_t pane) { return image.copy(stack->plots()[pane].toRect()); };
    QCOMPARE(stack->plots(), without->plots());
    QCOMPARE(part(drawn, 0), part(plain, 0));
    QVERIFY(part(drawn, 1) != part(plain, 1));
    QCOMPARE(part(drawn, 2), part(plain, 2));
}

void TestClaimedLevel::comesIntoViewUnlessThatFlattensTheCurves()
{
    const ChartSpec spec = specOf(QStringLiteral("BTC-USD"), "2025-01-14", "2025-02-14", "2025-01-24");
    const auto near = levelOf(percent("BTC-USD", -12, 0.5, kMonday));
    QVERIFY(near);
    const auto stack = stackOf(m_sample, spec, near);
    QVERIFY(stack);
    QVERIFY(stack->panes().front().y.range().low < -12);
    QVERIFY(!claimedLevelMark(stack->panes().front(), *near)->band.isEmpty());

    const auto far = levelOf(percent("BTC-USD", -90, 0.5, kMonday));
    QVERIFY(far);
    const auto unchanged = stackOf(m_sample, spec, far);
    QVERIFY(unchanged);
    QVERIFY(unchanged->panes().front().y.range().low > -40);
    const auto mark = claimedLevelMark(unchanged->panes().front(), *far);
    QVERIFY(mark && mark->band.isEmpty());
    QVERIFY(!picture(*unchanged).isNull());
}

void TestClaimedLevel::isGoneWithItsSession()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-02-03", "2025-02-14", "2025-02-03");
    const auto level = levelOf(percent("NVDA", -14.4, 0.05, kMonday));
    const auto stack = stackOf(m_sample, spec, level);
    QVERIFY(stack);
    QVERIFY(!claimedLevelMark(stack->panes().front(), *level));
    // and leaves no room for what is not there
    const auto without = stackOf(m_sample, spec, std::nullopt);
    QVERIFY(without);
    QCOMPARE(stack->panes().front().y.range(), without->panes().front().y.range());
}

void TestClaimedLevel::labelsKeepApart()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA,AVGO,VST;^GSPC"), "2025-01-14", "2025-02-14", "2025-01-24");
    spec.theme = ThemeName::Light;
    const auto level = levelOf(percent("NVDA", -17, 0.5, kMonday));
    const auto stack = stackOf(m_sample, spec, level);
    QVERIFY(stack);
    const PaneContext &context = stack->panes().front();
    const auto mark = claimedLevelMark(context, *level);
    QVERIFY(mark);
    // High and low are not among the quotes of this verdict: the chart's own bars have them.
    QCOMPARE(mark->labels.size(), 4U);
    QCOMPARE(mark->labels[0].name, QStringLiteral("−17%"));
    QCOMPARE(mark->labels[0].value, QStringLiteral("−17.00"));
    QCOMPARE(mark->labels[1].value, QStringLiteral("−16.97"));
    QCOMPARE(mark->labels[2].value, QStringLiteral("−9.97"));
    QCOMPARE(mark->labels[3].value, QStringLiteral("−18.17"));
    std::vector<EndLabel> all = endLabels(context);
    all.insert(all.end(), mark->labels.begin(), mark->labels.end());
    placeEndLabels(all, context);
    std::vector<double> rows;
    for (const EndLabel &label : all)
        rows.push_back(label.middle);
    std::ranges::sort(rows);
    for (std::size_t i = 1; i < rows.size(); ++i)
        QVERIFY(rows[i] - rows[i - 1] >= 15.9);
}

QTEST_MAIN(TestClaimedLevel)
#include "tst_claimedlevel.moc"
