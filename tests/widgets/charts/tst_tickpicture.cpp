// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random curves of ticks, each picture against the one of every single tick, byte for byte. TICKMARK_CASES=N draws N
// pictures of each kind in place of the usual number; TICKMARK_SEED=S only those of that seed, which a failure tells.
#include "RandomHistory.h"
#include "TickReference.h"
#include <charts/TickLayer.h>

#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::charts;
using tests::Chance;
using tests::HistoryKind;
using tests::RandomAxis;
using tests::RandomHistory;
using Shape = BarCurveLayer::Shape;

namespace {

constexpr int kPicturesOfHistory = 25;
constexpr QPoint kMargin(3, 2); // device px around the plot

enum class AxisKind { Any, Calendar, Trading };

struct PictureKind
{
    HistoryKind history{};
    AxisKind axis = AxisKind::Any;
    std::optional<Shape> shape = Shape::Line; //!< nothing: any
    int logarithmic = 0;                      //!< percent of histories
    int percent = 0;                          //!< percent of histories that are shown as percent since a base
    double ratio = 1;                         //!< 0: any
    int changes = 0;                          //!< percent of pictures with other ticks than the one before
    bool (*mayChange)(int change) = nullptr;  //!< which changes; null: all
    int pans = 20;                            //!< percent
    int otherValues = 20;                     //!< percent of pictures whose scale of values is not that of the view
    int singles = 10;                         //!< percent of views that hold few ticks
    bool withheld = false;
    int cases = 400;
};

enum Change { kAppend, kSeal, kRewrite, kGap, kWiden, kChanges };

//! One history, and views of it one after the other.
class Scene
{
public:
    Scene(const PictureKind &kind, const std::vector<RandomAxis> &axes, quint32 seed)
        : m_kind(kind),
          m_chance(seed),
          m_axis(axes[std::size_t(m_chance.below(qint64(axes.size())))]),
          m_history(kind.history, m_axis, m_chance)
    {
        constexpr std::array kShapes{Shape::Line, Shape::Step, Shape::Area};
        constexpr std::array kRatios{1.0, 1.25, 1.5, 2.0};
        m_look.shape = kind.shape.value_or(kShapes[std::size_t(m_chance.below(3))]);
        m_look.style.color = QColor(30, 90, 200, m_chance.percent(20) ? 120 : 255);
        m_look.style.width = 0.5 + double(m_chance.below(8)) * 0.5;
        m_ratio = kind.ratio > 0 ? kind.ratio : kRatios[std::size_t(m_chance.below(4))];
        m_logarithmic = m_chance.percent(kind.logarithmic);
        const core::Tick &some = m_history.ticks()[std::size_t(m_chance.below(qint64(m_history.ticks().size())))];
        if (m_chance.percent(kind.percent) && some.price > 0)
            m_base = core::Price{some.price, m_history.curve()->series.priceDecimals};
        resize();
        look();
    }

    //! Pixels in which the next picture differs from that of every tick.
    [[nodiscard]] qint64 nextDifference();
    [[nodiscard]] QByteArray describe() const;
    //! How often something was missing after a read had failed.
    [[nodiscard]] int unsettled() const { return m_unsettled; }

private:
    [[nodiscard]] PixelGrid grid() const { return PixelGrid(m_ratio); }
    [[nodiscard]] QRectF plot() const
    {
        return {kMargin.x() / m_ratio, kMargin.y() / m_ratio, m_columns / m_ratio, m_rows / m_ratio};
    }
    [[nodiscard]] XMap map() const { return XMap(m_axis.scale, m_range, plot().left(), m_columns, grid()); }
    [[nodiscard]] YScale scale() const
    {
        return !m_logarithmic ? YScale::Linear : m_base ? YScale::LogPercent : YScale::Log;
    }

    void resize();
    void look();
    void pan();
    void change();
    [[nodiscard]] AxisRange aroundTicks();
    [[nodiscard]] QImage blank() const;
    [[nodiscard]] QImage drawn(const XMap &x);
    [[nodiscard]] QImage reference(const XMap &x) const;
    void failToRead(const XMap &x);

    PictureKind m_kind;
    Chance m_chance;
    RandomAxis m_axis;
    RandomHistory m_history;
    BarCurveLayer::Look m_look;
    double m_ratio = 1;
    bool m_logarithmic = false;
    std::optional<core::Price> m_base;
    int m_columns = 0;
    int m_rows = 0;
    AxisRange m_range;
    ValueRange m_values; //!< of the picture drawn last
    bool m_keepValues = false;
    std::shared_ptr<const TickCurve> m_curve;
    std::shared_ptr<const TickLayer> m_layer;
    int m_picture = 0;
    int m_unsettled = 0;
    const char *m_step = "first";
};

void Scene::resize()
{
    m_columns = int(m_chance.between(60, 160));
    m_rows = int(m_chance.between(40, 80));
}

//! The ticks of a random run of the history, few or all.
AxisRange Scene::aroundTicks()
{
    const std::vector<core::Tick> &ticks = m_history.ticks();
    const auto count = qint64(ticks.size());
    const qint64 shown = m_chance.percent(m_kind.singles) ? m_chance.between(1, 3) : m_chance.magnitude(double(count));
    const qint64 first = m_chance.below(count - std::min(shown, count) + 1);
    const core::Time begin = ticks[std::size_t(first)].time;
    const core::Time end = ticks[std::size_t(std::min(first + shown, count) - 1)].time;
    return {m_axis.scale->toAxis(begin), m_axis.scale->toAxis(end) + 1};
}

//! Somewhere else, at another zoom.
void Scene::look()
{
    m_step = "other view";
    m_range = aroundTicks();
    const qint64 length = m_range.end - m_range.begin;
    if (m_chance.percent(m_kind.history.onEdges)) {
        const qint64 width = std::max<qint64>(m_history.grid() << m_chance.below(4) >> 2, 4) / 4 * 4;
        const qint64 begin = m_range.begin / width * width;
        m_range = {begin, begin + m_columns * width};
    } else if (m_chance.percent(20)) { // with nothing on one side or both
        m_range.begin -= m_chance.below(length);
        m_range.end += m_chance.below(length);
    } else if (m_chance.percent(30)) { // a part, perhaps between two ticks
        const qint64 part = m_chance.magnitude(double(length));
        m_range.begin += m_chance.below(length - part + 1);
        m_range.end = m_range.begin + part;
    }
}

void Scene::pan()
{
    m_step = "pan";
    const XMap x = map();
    const qint64 by = m_chance.between(-m_columns / 3, m_columns / 3);
    m_range = {x.axisAt(by), x.axisAt(m_columns + by)};
}

void Scene::change()
{
    int change = 0;
    do {
        change = int(m_chance.below(kChanges));
    } while (m_kind.mayChange && !m_kind.mayChange(change));
    switch (change) {
    case kAppend:
        m_step = "append";
        m_history.append(m_chance);
        break;
    case kSeal:
        m_step = "seal";
        m_history.seal(m_chance);
        break;
    case kRewrite:
        m_step = "rewrite";
        m_history.rewrite(m_chance);
        break;
    case kGap:
        m_step = "gap";
        m_history.addGap(m_chance);
        break;
    default:
        m_step = "more decimals";
        m_history.widen();
    }
}

QImage Scene::blank() const
{
    QImage image(m_columns + 2 * kMargin.x(), m_rows + 2 * kMargin.y(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_ratio);
    image.fill(QColor(250, 248, 240));
    return image;
}

QImage Scene::drawn(const XMap &x)
{
    QImage image = blank();
    if (!m_keepValues)
        m_values = padded(m_layer->visibleRange(x).value_or(ValueRange{1, 2}), 0.05, scale());
    const YMap y(m_values, plot().top(), plot().bottom(), scale());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    m_layer->draw(painter, {x, y, grid(), plot(), Qt::white});
    return image;
}

QImage Scene::reference(const XMap &x) const
{
    const YMap y(m_values, plot().top(), plot().bottom(), scale());
    const CurveFrame frame{x, y, grid(), plot(), Qt::white};
    tests::TickReference every(*m_curve, m_base, m_look, frame, tests::isFine(*m_curve->snapshot, x));
    for (const core::Tick &tick : m_history.ticks())
        every.add(tick);
    QImage image = blank();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    every.draw(painter);
    return image;
}

//! What is drawn now is nothing to rely on, unless nothing was missing.
void Scene::failToRead(const XMap &x)
{
    m_history.withhold(true);
    static_cast<void>(drawn(x));
    if (m_curve->pages->load(m_history).has_value())
        QVERIFY(m_curve->pages->isSettled());
    const QImage image = drawn(x);
    if (m_curve->pages->isSettled())
        QCOMPARE(tests::differingPixels(image, reference(x)), 0);
    else
        ++m_unsettled;
    m_history.withhold(false);
}

qint64 Scene::nextDifference()
{
    m_keepValues = m_picture > 0 && m_chance.percent(m_kind.otherValues);
    const bool changes = m_picture > 0 && m_chance.percent(m_kind.changes);
    if (changes)
        change();
    else if (m_picture > 0 && m_chance.percent(m_kind.pans))
        pan();
    else if (m_picture > 0)
        look();
    if (m_chance.percent(5))
        resize();
    if (m_keepValues && m_chance.percent(30)) { // scales that fit nothing
        const ValueRange high = padded(m_values, 0.3, scale());
        m_values = {m_values.low, high.high};
    }
    if (!m_curve || changes)
        m_curve = m_history.curve();
    m_layer = std::make_shared<const TickLayer>(m_curve, m_base, 0, m_look,
                                                m_chance.percent(95) ? m_layer.get() : nullptr);
    ++m_picture;

    const XMap x = map();
    if (m_kind.withheld)
        failToRead(x);
    QImage image;
    do {
        image = drawn(x);
    } while (m_curve->pages->load(m_history).value_or(false));
    if (!m_curve->pages->isSettled())
        return image.sizeInBytes() / 4;
    return tests::differingPixels(image, reference(x));
}

QByteArray Scene::describe() const
{
    const XMap x = map();
    return QByteArrayLiteral("picture ") + QByteArray::number(m_picture) + " (" + m_step + ", "
           + QByteArray::number(m_history.ticks().size()) + " ticks, " + QByteArray::number(m_columns) + " x "
           + QByteArray::number(m_rows) + ", " + QByteArray::number(x.nsPerColumn()) + " ns per column, "
           + (tests::isFine(*m_curve->snapshot, x) ? "fine" : "dense") + ')';
}

//! Those of the row `name`.
const std::vector<std::pair<const char *, PictureKind>> &kinds()
{
    using Storage = HistoryKind::Storage;
    static const auto onlyAppends = [](int change) { return change == kAppend || change == kSeal; };
    static const auto onlyRewrites = [](int change) { return change == kRewrite || change == kSeal; };
    static const auto onlyWidening = [](int change) { return change == kWiden || change == kAppend; };
    static const std::vector<std::pair<const char *, PictureKind>> all{
        {"lines at any zoom", {}},
        {"one tick", {.history = {.mostTicks = 1}, .cases = 250}},
        {"a few ticks", {.history = {.mostTicks = 12}, .shape = {}, .changes = 30}},
        {"single ticks in view", {.singles = 100}},
        {"ties in time", {.history = {.ties = 90}, .shape = {}}},
        {"a thousand ticks at one time", {.history = {.ties = 100, .gaps = 0}, .cases = 250}},
        {"ticks on column edges", {.history = {.onEdges = 80}, .shape = {}}},
        {"many gaps", {.history = {.gaps = 60}, .shape = {}}},
        {"sessions without a tick", {.history = {.missing = 50}, .shape = {}, .cases = 600}},
        {"ticks while the market is closed", {.history = {.closed = 60}, .axis = AxisKind::Trading}},
        {"nights, weekends and lunch breaks cut out", {.axis = AxisKind::Trading}},
        {"nights, weekends and lunch breaks shown", {.axis = AxisKind::Calendar}},
        {"steps", {.shape = Shape::Step}},
        {"areas", {.shape = Shape::Area}},
        {"log scale", {.shape = {}, .logarithmic = 100}},
        {"percent since a base", {.history = {.decimals = 8}, .shape = {}, .percent = 100}},
        {"percent, log scale", {.shape = {}, .logarithmic = 100, .percent = 100}},
        {"HiDPI 1.25", {.shape = {}, .ratio = 1.25}},
        {"HiDPI 1.5", {.shape = {}, .ratio = 1.5}},
        {"HiDPI 2.0", {.shape = {}, .ratio = 2}},
        {"negative prices and zero", {.history = {.negative = 100}, .shape = {}}},
        {"0 to 8 decimals", {.history = {.decimals = 8}, .changes = 20, .mayChange = onlyWidening}},
        {"appended ticks", {.shape = {}, .changes = 60, .mayChange = onlyAppends, .cases = 600}},
        {"late ticks and corrections", {.shape = {}, .changes = 60, .mayChange = onlyRewrites, .cases = 1'000}},
        {"other scale of values", {.changes = 20, .otherValues = 80}},
        {"pans by whole columns", {.history = {.gaps = 10}, .shape = {}, .pans = 85, .cases = 600}},
        {"newest ticks only in memory", {.history = {.storage = Storage::TailOnly}, .changes = 20}},
        {"all ticks stored", {.history = {.storage = Storage::SealedOnly}}},
        {"reads that fail", {.changes = 20, .withheld = true}},
        {"everything at once",
         {.history = {.ties = 30, .gaps = 20, .missing = 20, .closed = 10, .onEdges = 30, .decimals = 8},
          .shape = {},
          .logarithmic = 30,
          .percent = 30,
          .ratio = 0,
          .changes = 40,
          .cases = 1'500}},
    };
    return all;
}

} // namespace

class TestTickPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictureIsThatOfEveryTick_data();
    void pictureIsThatOfEveryTick();

private:
    std::vector<RandomAxis> m_calendarAxes;
    std::vector<RandomAxis> m_tradingAxes;
    std::vector<RandomAxis> m_axes;
};

void TestTickPicture::initTestCase()
{
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    QVERIFY(calendars.calendar(QStringLiteral("XNYS")).has_value());
    m_calendarAxes = tests::calendarAxes(calendars);
    m_tradingAxes = tests::tradingAxes(calendars);
    m_axes = m_calendarAxes;
    m_axes.insert(m_axes.end(), m_tradingAxes.begin(), m_tradingAxes.end());
}

void TestTickPicture::pictureIsThatOfEveryTick_data()
{
    QTest::addColumn<int>("kind");
    for (std::size_t i = 0; i < kinds().size(); ++i)
        QTest::newRow(kinds()[i].first) << int(i);
}

void TestTickPicture::pictureIsThatOfEveryTick()
{
    QFETCH(int, kind);
    const PictureKind &pictures = kinds()[std::size_t(kind)].second;
    const std::vector<RandomAxis> &axes = pictures.axis == AxisKind::Calendar  ? m_calendarAxes
                                          : pictures.axis == AxisKind::Trading ? m_tradingAxes
                                                                               : m_axes;
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("TICKMARK_CASES", &isSet);
    const int cases = isSet ? wanted : pictures.cases;
    const bool oneSeed = qEnvironmentVariableIsSet("TICKMARK_SEED");
    auto seed = oneSeed ? quint32(qEnvironmentVariableIntValue("TICKMARK_SEED")) : quint32(kind) * 1'000'000;
    int drawn = 0;
    int failed = 0;
    int unsettled = 0;
    QByteArray first;
    for (; drawn < cases; ++seed) {
        Scene scene(pictures, axes, seed);
        for (int i = 0; i < kPicturesOfHistory && drawn < cases; ++i, ++drawn) {
            const qint64 differing = scene.nextDifference();
            if (differing > 0 && failed++ == 0)
                first = QByteArrayLiteral("seed ") + QByteArray::number(seed) + ", " + scene.describe() + ": "
                        + QByteArray::number(differing) + " pixels";
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
        unsettled += scene.unsettled();
        if (oneSeed)
            break;
    }
    const QByteArray message = QByteArray::number(failed) + " of " + QByteArray::number(drawn) + " pictures differ; "
                               + first;
    QVERIFY2(failed == 0, message.constData());
    QVERIFY(!pictures.withheld || oneSeed || unsettled > 0);
}

QTEST_MAIN(TestTickPicture)
#include "tst_tickpicture.moc"
