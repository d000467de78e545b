// SPDX-License-Identifier: GPL-3.0-or-later
#include <tables/ImportModel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using tables::ImportModel;

namespace {

store::ImportRecord record(qint64 id, const QString &origin, qint64 inserted)
{
    store::ImportRecord record;
    record.id = id;
    record.source = u"file"_s;
    record.origin = origin;
    record.fetched = *core::parseIsoTime("2025-02-14T23:30:00Z");
    record.totals.inserted = inserted;
    return record;
}

} // namespace

//! The list of imports as the user reads it.
class TestImportModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsInTheGivenOrder();
    void timesAndNumbersFollowLanguageAndZone();
    void saysWhatWasUndone();

private:
    static QString text(const ImportModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    core::Formats m_english{u"en"_s};
    core::ZoneRules m_utc = *core::ZoneRules::load("UTC");
};

void TestImportModel::showsInTheGivenOrder()
{
    ImportModel model(m_english, m_utc);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setImports({record(7, u"b.csv"_s, 2), record(5, u"a.csv"_s, 1)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, ImportModel::Origin), u"b.csv"_s);
    QCOMPARE(model.rowOf(5), 1);
    QCOMPARE(model.rowOf(6), -1);
    QCOMPARE(model.index(0, 0).data(ImportModel::IdRole).toLongLong(), 7);
}

void TestImportModel::timesAndNumbersFollowLanguageAndZone()
{
    ImportModel model(m_english, m_utc);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setImports({record(7, u"b.csv"_s, 1234)});
    QCOMPARE(text(model, 0, ImportModel::When), u"14 Feb 2025, 23:30"_s);
    QCOMPARE(text(model, 0, ImportModel::Inserted), u"1,234"_s);
    QSignalSpy changed(&model, &ImportModel::dataChanged);
    model.setFormats(core::Formats(u"de"_s), *core::ZoneRules::load("Europe/Berlin"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(model, 0, ImportModel::When), u"15.02.2025, 00:30"_s);
    QCOMPARE(text(model, 0, ImportModel::Inserted), u"1.234"_s);
}

void TestImportModel::saysWhatWasUndone()
{
    ImportModel model(m_english, m_utc);
    store::ImportRecord undone = record(7, u"b.csv"_s, 1);
    undone.undone = *core::parseIsoTime("2025-02-16T08:00:00Z");
    model.setImports({undone, record(5, u"a.csv"_s, 1)});
    QCOMPARE(text(model, 0, ImportModel::State), u"undone on 16 Feb 2025, 08:00"_s);
    QVERIFY(model.index(0, 0).data(ImportModel::UndoneRole).toBool());
    QVERIFY(!model.index(1, 0).data(ImportModel::UndoneRole).toBool());
    QVERIFY(text(model, 1, ImportModel::State) != text(model, 0, ImportModel::State));
}

QTEST_GUILESS_MAIN(TestImportModel)
#include "tst_importmodel.moc"
