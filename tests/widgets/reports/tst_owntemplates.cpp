// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <reportview/OwnTemplates.h>
#include <reportview/SectionModel.h>

using namespace tickmark;
using namespace tickmark::reportview;
using namespace Qt::StringLiterals;

//! A template that is lost, or takes another one's place, costs the user the work of an afternoon.
class TestOwnTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatIsSavedIsListed();
    void namesThatLookAlikeKeepApart();
    void anExistingNameIsReplacedOnlyWhenAsked();
    void renamingKeepsTheRest();
    void removedOnesAreGone();
    void damagedFilesAreToldAndStay();
    void aFolderThatCannotBeMadeIsAnError();
    void sectionsThatATemplateLacksCanBeSwitchedOn();
    void sectionsMove();
    void draftsComeBackAsTheyWere();

private:
    QString folder() const { return m_folder->filePath(u"templates"_s); }
    //! Its sections with all they say.
    static QByteArray partsOf(report::ReportTemplate value)
    {
        value.name = {};
        return report::templateJson(value);
    }
    static QStringList namesIn(const OwnTemplateList &list)
    {
        QStringList names;
        for (const OwnTemplate &one : list.templates)
            names.append(one.name());
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const report::ReportTemplate m_brief = *report::builtInTemplate(u"brief"_s);
};

void TestOwnTemplates::whatIsSavedIsListed()
{
    QVERIFY(listOwnTemplates(folder()).templates.empty());
    QVERIFY(saveOwnTemplate(folder(), u"  Woche   für Kunden "_s, m_brief, false));
    const OwnTemplateList list = listOwnTemplates(folder());
    QCOMPARE(namesIn(list), QStringList{u"Woche für Kunden"_s});
    QCOMPARE(partsOf(list.templates[0].value), partsOf(m_brief));
    QVERIFY(list.damaged.empty());
    QVERIFY(report::loadTemplate(list.templates[0].path)); // as the command line does
}

void TestOwnTemplates::namesThatLookAlikeKeepApart()
{
    const QStringList names{u"Börse"_s, u"Borse"_s, u"BORSE"_s, u"市場"_s, u"相場"_s, u"../x"_s, u"a/b"_s};
    for (const QString &name : names)
        QVERIFY2(saveOwnTemplate(folder(), name, m_brief, false), qPrintable(name));
    QStringList listed = namesIn(listOwnTemplates(folder()));
    QCOMPARE(QSet<QString>(listed.begin(), listed.end()), QSet<QString>(names.begin(), names.end()));
    // None of them outside of the folder.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"templates"_s});
}

void TestOwnTemplates::anExistingNameIsReplacedOnlyWhenAsked()
{
    QVERIFY(saveOwnTemplate(folder(), u"Mine"_s, m_brief, false));
    const report::ReportTemplate other = *report::builtInTemplate(u"standard"_s);
    const auto refused = saveOwnTemplate(folder(), u"Mine"_s, other, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::AlreadyExists);
    QCOMPARE(partsOf(listOwnTemplates(folder()).templates[0].value), partsOf(m_brief));
    QVERIFY(saveOwnTemplate(folder(), u"Mine"_s, other, true));
    const OwnTemplateList list = listOwnTemplates(folder());
    QCOMPARE(list.templates.size(), 1U);
    QCOMPARE(partsOf(list.templates[0].value), partsOf(other));
    const auto nameless = saveOwnTemplate(folder(), u"   "_s, m_brief, false);
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().code, core::ErrorCode::InvalidInput);
}

void TestOwnTemplates::renamingKeepsTheRest()
{
    const QString path = *saveOwnTemplate(folder(), u"Old"_s, m_brief, false);
    QVERIFY(saveOwnTemplate(folder(), u"Other"_s, m_brief, false));
    const auto taken = renameOwnTemplate(folder(), path, u"Other"_s);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, core::ErrorCode::AlreadyExists);
    const auto renamed = renameOwnTemplate(folder(), path, u"New"_s);
    QVERIFY(renamed);
    const OwnTemplateList list = listOwnTemplates(folder());
    QCOMPARE(namesIn(list), (QStringList{u"New"_s, u"Other"_s}));
    QCOMPARE(list.templates[0].path, *renamed);
    QCOMPARE(partsOf(list.templates[0].value), partsOf(m_brief));
}

void TestOwnTemplates::removedOnesAreGone()
{
    const QString path = *saveOwnTemplate(folder(), u"Old"_s, m_brief, false);
    QVERIFY(removeOwnTemplate(path));
    QVERIFY(listOwnTemplates(folder()).templates.empty());
    QVERIFY(removeOwnTemplate(path)); // by another window, before
}

void TestOwnTemplates::damagedFilesAreToldAndStay()
{
    QVERIFY(saveOwnTemplate(folder(), u"Good"_s, m_brief, false));
    QFile file(folder() + u"/bad.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"schema\":1,") > 0);
    file.close();
    const OwnTemplateList list = listOwnTemplates(folder());
    QCOMPARE(namesIn(list), QStringList{u"Good"_s});
    QCOMPARE(list.damaged.size(), 1U);
    QVERIFY(list.damaged[0].message.contains(u"bad.json"_s));
    QVERIFY(file.exists());
}

void TestOwnTemplates::aFolderThatCannotBeMadeIsAnError()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto saved = saveOwnTemplate(folder(), u"Mine"_s, m_brief, false);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, core::ErrorCode::Io);
}

void TestOwnTemplates::sectionsThatATemplateLacksCanBeSwitchedOn()
{
    SectionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTemplate(m_brief); // has no method
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(partsOf(model.chosen()), partsOf(m_brief));
    QModelIndex method;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.sections()[std::size_t(row)].section.kind == report::SectionKind::Method)
            method = model.index(row);
    }
    QCOMPARE(method.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    QSignalSpy edited(&model, &SectionModel::edited);
    QVERIFY(model.setData(method, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(model.chosen().sections.back().kind, report::SectionKind::Method);
    QVERIFY(!method.data().toString().isEmpty());
}

void TestOwnTemplates::sectionsMove()
{
    SectionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTemplate(m_brief);
    QVERIFY(!model.move(0, -1) && !model.move(6, 1));
    QVERIFY(model.move(0, 2));
    QCOMPARE(model.chosen().sections[2].kind, report::SectionKind::Summary);
    QCOMPARE(model.chosen().sections[0].kind, report::SectionKind::Chart);
    QVERIFY(model.move(2, -2));
    QCOMPARE(partsOf(model.chosen()), partsOf(m_brief));
}

void TestOwnTemplates::draftsComeBackAsTheyWere()
{
    ReportDraft draft;
    draft.store = u"/a b/c.tickmark"_s;
    draft.title = u"„Montag“"_s;
    draft.range = RangeChoice::Own;
    draft.from = core::SessionDate::fromIso("2025-01-24");
    draft.to = core::SessionDate::fromIso("2025-01-31");
    draft.instruments = InstrumentChoice::Ticked;
    draft.ticked = {u"NVDA"_s, u"^GSPC"_s};
    draft.templateId = u"brief"_s;
    for (const report::Section &section : m_brief.sections)
        draft.sections.push_back({section, section.kind != report::SectionKind::Chart});
    draft.language = u"de"_s;
    draft.suffix = u"html"_s;
    draft.folder = u"/tmp"_s;
    const ReportDraft back = ReportDraft::fromJson(draft.toJson());
    QCOMPARE(back.toJson(), draft.toJson());
    QCOMPARE(back.title, draft.title);
    QVERIFY(back.from == draft.from && back.to == draft.to && back.range == RangeChoice::Own);
    QCOMPARE(back.sections.size(), draft.sections.size());
    QVERIFY(!back.sections[1].isOn && back.sections[0].isOn);
    // Whatever else is there is as if nothing was.
    const QJsonObject strange{{u"range"_s, 7}, {u"ticked"_s, u"x"_s}, {u"sections"_s, u"{"_s}, {u"on"_s, true}};
    QCOMPARE(ReportDraft::fromJson(strange).toJson(), ReportDraft().toJson());
}

QTEST_GUILESS_MAIN(TestOwnTemplates)
#include "tst_owntemplates.moc"
