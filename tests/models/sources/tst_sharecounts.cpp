// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/ShareCountReader.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;

//! Lists of shares outstanding.
class ShareCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows();
    void rejectsBadRows();
    void refuses_data();
    void refuses();
};

namespace {

core::Result<ShareCountFile> read(const QByteArray &bytes)
{
    auto source = openBytes(bytes, QStringLiteral("shares.csv"));
    return source ? readShareCounts(**source) : tl::unexpected(source.error());
}

} // namespace

void ShareCountsTest::readsRows()
{
    const auto file = read("Shares;Date;Symbol\r\n24490000000;2024-11-15;NVDA\r\n1.50E+9;2025-01-02;SAP.DE\r\n");
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    const std::vector<ShareCount> expected = {
        {QStringLiteral("NVDA"), *core::SessionDate::fromCivil(2024, 11, 15), 24'490'000'000},
        {QStringLiteral("SAP.DE"), *core::SessionDate::fromCivil(2025, 1, 2), 1'500'000'000}};
    QVERIFY(file->counts == expected);
    QCOMPARE(file->rejects.count(), qint64(0));
    QCOMPARE(file->sha256.size(), 32);
}

void ShareCountsTest::rejectsBadRows()
{
    const auto file = read(
        "symbol,date,shares\nNVDA,2024-11-15,24490000000\nNVDA,15.11.2024,1\n,2024-11-15,1\nNVDA,2024-11-15\n"
        "NVDA,2024-11-15,0\nNVDA,2024-11-15,1.5\nNVDA,2024-11-15,many\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->counts.size(), size_t(1));
    QStringList codes;
    for (const Reject &reject : file->rejects.kept())
        codes << QString::number(reject.line) + QLatin1Char(' ') + rejectCode(reject.reason);
    QVERIFY(rejectText(file->rejects.kept().back().reason).contains(QStringLiteral("number of shares")));
    QCOMPARE(codes, QStringList({QStringLiteral("3 bad_date"), QStringLiteral("4 missing_symbol"),
                                 QStringLiteral("5 field_count"), QStringLiteral("6 bad_number"),
                                 QStringLiteral("7 bad_number"), QStringLiteral("8 bad_number")}));
}

void ShareCountsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("is not a table");
    QTest::newRow("JSON") << QByteArray("{}") << QStringLiteral("is not a table");
    QTest::newRow("no shares") << QByteArray("symbol,date\nNVDA,2024-11-15\n")
                               << QStringLiteral("no column \"shares\"");
    QTest::newRow("only a header") << QByteArray("symbol,date,shares\n") << QStringLiteral("No row of shares.csv");
    QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, 'x') << QStringLiteral("too large");
}

void ShareCountsTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto file = read(bytes);
    QVERIFY(!file.has_value());
    QVERIFY2(file.error().message.contains(words), qPrintable(file.error().message));
}

QTEST_GUILESS_MAIN(ShareCountsTest)
#include "tst_sharecounts.moc"
