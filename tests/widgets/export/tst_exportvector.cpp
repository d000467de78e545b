// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleStore.h"
#include <export/ChartExport.h>
#include <export/ExportPreset.h>
#include <export/PdfDate.h>

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

using namespace tickmark;
using exporting::ExportOptions;

namespace {

QByteArray fileOf(const charts::ChartValues &values, const char *suffix, const ExportOptions &options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto report = exporting::exportChart(values.spec, values.content, options, QLatin1String(suffix), buffer);
    if (!report)
        qWarning("%s", qPrintable(report.error().message));
    return buffer.data();
}

bool isNear(QRgb a, QRgb b)
{
    constexpr int kTolerance = 64;
    return qAbs(qRed(a) - qRed(b)) < kTolerance && qAbs(qGreen(a) - qGreen(b)) < kTolerance
           && qAbs(qBlue(a) - qBlue(b)) < kTolerance;
}

//! Edges may fall half a pixel beside: a pixel counts as different when nothing around it is like it in the other picture.
bool hasLike(const QImage &image, int x, int y, QRgb color)
{
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            if (image.rect().contains(x + dx, y + dy) && isNear(image.pixel(x + dx, y + dy), color))
                return true;
        }
    }
    return false;
}

double differingPart(const QImage &a, const QImage &b)
{
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (isNear(a.pixel(x, y), b.pixel(x, y)))
                continue;
            if (!hasLike(b, x, y, a.pixel(x, y)) || !hasLike(a, x, y, b.pixel(x, y)))
                ++differing;
        }
    }
    return double(differing) / (double(a.width()) * a.height());
}

QImage rendered(const QByteArray &svg, QSize size)
{
    QSvgRenderer renderer(svg);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace

//! SVG and PDF show what the PNG shows, and the same call gives the same bytes.
class TestExportVector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void svgLooksLikeThePng_data();
    void svgLooksLikeThePng();
    void outlinesNeedNoFont();
    void svgHasNoClipPaths();
    void sizeOnPaperIsTrue();
    void pngSaysWhatItShows();
    void pdfDateIsThatOfTheSource();
    void sameCallSameBytes_data();
    void sameCallSameBytes();

private:
    tests::SampleStore m_store;
};

void TestExportVector::svgLooksLikeThePng_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("outlines");
    QTest::newRow("German, text") << "de" << false;
    QTest::newRow("German, outlines") << "de" << true;
    QTest::newRow("English, text") << "en" << false;
}

void TestExportVector::svgLooksLikeThePng()
{
    QFETCH(QString, language);
    QFETCH(bool, outlines);
    const charts::ChartValues values = m_store.threePanes(language);
    ExportOptions options;
    options.outlines = outlines;
    const QImage png = QImage::fromData(fileOf(values, "png", options)).convertToFormat(QImage::Format_RGB32);
    const QImage svg = rendered(fileOf(values, "svg", options), png.size());
    const double part = differingPart(png, svg);
    QVERIFY2(part <= 0.01, qPrintable(QString::number(part)));
    // The comparison sees what is missing: a page without its legend is another picture.
    options.parts.verdicts = false;
    options.size = QSize(1600, png.height());
    QVERIFY(differingPart(png, rendered(fileOf(values, "svg", options), png.size())) > 0.01);
}

void TestExportVector::outlinesNeedNoFont()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("de"));
    ExportOptions options;
    const QByteArray text = fileOf(values, "svg", options);
    QVERIFY(text.contains("<text ") && text.contains("font-family=\"Open Sans\""));
    options.outlines = true;
    const QByteArray shapes = fileOf(values, "svg", options);
    QVERIFY(!shapes.contains("<text "));
    QVERIFY(shapes.count("<path ") > 200);
}

void TestExportVector::svgHasNoClipPaths()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    QVERIFY(!fileOf(values, "svg").contains("clip"));
}

void TestExportVector::sizeOnPaperIsTrue()
{
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    ExportOptions options;
    exporting::applyPreset(*exporting::findPreset(QStringLiteral("a4")), options);
    const QByteArray svg = fileOf(values, "svg", options);
    QVERIFY2(svg.contains("width=\"210.00000mm\" height=\"297.00000mm\""), svg.left(300).constData());
    QVERIFY(svg.contains("viewBox=\"0 0 1050 1485\""));
    QVERIFY(fileOf(values, "pdf", options).contains("/MediaBox [0 0 595"));
    options.dpi = 150;
    const QImage png = QImage::fromData(fileOf(values, "png", options));
    QCOMPARE(png.size(), QSize(1240, 1754));
    QCOMPARE(qRound(png.dotsPerMeterX() * 0.0254), 150);
}

void TestExportVector::pngSaysWhatItShows()
{
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    const charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    ExportOptions options;
    options.title = QStringLiteral("Ä\u2212Title");
    const QImage png = QImage::fromData(fileOf(values, "png", options));
    QCOMPARE(png.text(QStringLiteral("Title")), options.title);
    const QString range = png.text(QStringLiteral("Description")).replace(QChar(0x00A0), u' ');
    QVERIFY2(range.contains(QStringLiteral("14 January to 14 February 2025")), qPrintable(range));
    QVERIFY(png.text(QStringLiteral("Base")).contains(QStringLiteral("= 0")));
    QVERIFY(png.text(QStringLiteral("Source")).contains(QStringLiteral("daily.csv")));
    QCOMPARE(png.text(QStringLiteral("Software")), QStringLiteral("Tickmark 1.2.3"));
}

void TestExportVector::pdfDateIsThatOfTheSource()
{
    const QByteArray pdf = "%PDF-1.6\n1 0 obj\n<<\n/CreationDate (D:20261123065844+09'00')\n>>\nendobj\n2 0 obj\n<<>>\n"
                           "endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000069 00000 n \ntrailer\n"
                           "<<\n/Size 3\n>>\nstartxref\n89\n%%EOF\n";
    const QByteArray dated = exporting::withCreationDate(pdf, core::Time{});
    QVERIFY2(dated.contains("/CreationDate (D:19700101000000Z)\n"), dated.constData());
    // Whatever is behind has moved by six bytes, and the table says so.
    QCOMPARE(dated.indexOf("2 0 obj"), pdf.indexOf("2 0 obj") - 6);
    QVERIFY2(dated.contains("0000000009 00000 n \n0000000063 00000 n \n"), dated.constData());
    QVERIFY(dated.contains("startxref\n83\n"));
    QCOMPARE(exporting::withCreationDate(dated, core::Time{}), dated);
    QCOMPARE(exporting::withCreationDate("no PDF", core::Time{}), "no PDF");
    for (const char *wrong : {"", "soon", "-5", "99999999999999"}) {
        qputenv("SOURCE_DATE_EPOCH", wrong);
        QVERIFY(!exporting::sourceDate());
    }
    qputenv("SOURCE_DATE_EPOCH", "86400");
    QCOMPARE(exporting::sourceDate().value_or(core::Time{}).ns, core::kNsPerDay);
    qunsetenv("SOURCE_DATE_EPOCH");
}

void TestExportVector::sameCallSameBytes_data()
{
    QTest::addColumn<QString>("suffix");
    for (const QString &suffix : exporting::chartFormats())
        QTest::newRow(qPrintable(suffix)) << suffix;
}

void TestExportVector::sameCallSameBytes()
{
    QFETCH(QString, suffix);
    qputenv("SOURCE_DATE_EPOCH", "1737936000");
    const QByteArray zone = qgetenv("TZ");
    QByteArrayList files;
    for (const char *place : {"Asia/Tokyo", "UTC", "America/New_York"}) {
        qputenv("TZ", place);
        tzset();
        files.append(fileOf(m_store.threePanes(QStringLiteral("en")), suffix.toLatin1().constData()));
        QTest::qWait(suffix == QLatin1String("pdf") ? 1100 : 0); // PDF dates count seconds
    }
    zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
    tzset();
    qunsetenv("SOURCE_DATE_EPOCH");
    QVERIFY(files[0].size() > 500);
    QVERIFY(files[1] == files[0]);
    QVERIFY(files[2] == files[0]);
    if (suffix != QLatin1String("pdf"))
        return;
    // A reader has to accept what was patched.
    QVERIFY(files[0].contains("(D:20250127000000Z)"));
    QProcess info;
    info.start(QStringLiteral("pdfinfo"), {QStringLiteral("-")});
    info.write(files[0]);
    info.closeWriteChannel();
    QVERIFY(info.waitForFinished());
    QCOMPARE(info.exitCode(), 0);
    QCOMPARE(info.readAllStandardError(), QByteArray());
}

QTEST_MAIN(TestExportVector)
#include "tst_exportvector.moc"
