// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <style/FilterField.h>

using namespace tickmark::style;
using namespace Qt::StringLiterals;

//! The field that filters a list, typed into.
class FilterFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_field.reset(); }

    void aWordIsToldOnce();
    void enterLeavesForTheFilteredList_data();
    void enterLeavesForTheFilteredList();
    void escapeClearsAndThenIsTheWindows();
    void whatTheProgramSetsIsNotTold();
    void whatIsSetCanBeCleared();

private:
    std::unique_ptr<FilterField> m_field;
    std::unique_ptr<QSignalSpy> m_told;
    std::unique_ptr<QSignalSpy> m_left;
};

void FilterFieldTest::init()
{
    m_field = std::make_unique<FilterField>();
    m_told = std::make_unique<QSignalSpy>(m_field.get(), &FilterField::filterChanged);
    m_left = std::make_unique<QSignalSpy>(m_field.get(), &FilterField::leaveRequested);
    m_field->show();
}

void FilterFieldTest::aWordIsToldOnce()
{
    QTest::keyClicks(m_field.get(), u"Nvidia"_s);
    QCOMPARE(m_told->count(), 0); // still typing
    QTRY_COMPARE(m_told->count(), 1);
    QCOMPARE(m_told->front().front().toString(), u"Nvidia"_s);
    QVERIFY(m_left->isEmpty());
}

void FilterFieldTest::enterLeavesForTheFilteredList_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Down") << int(Qt::Key_Down);
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Enter") << int(Qt::Key_Enter);
}

void FilterFieldTest::enterLeavesForTheFilteredList()
{
    QFETCH(int, key);
    QTest::keyClicks(m_field.get(), u"Nvidia"_s);
    QTest::keyClick(m_field.get(), Qt::Key(key));
    QCOMPARE(m_told->count(), 1); // at once: the list that is gone to is the filtered one
    QCOMPARE(m_left->count(), 1);
    QTest::keyClick(m_field.get(), Qt::Key(key));
    QCOMPARE(m_told->count(), 1); // nothing new
    QCOMPARE(m_left->count(), 2);
}

void FilterFieldTest::escapeClearsAndThenIsTheWindows()
{
    QWidget window;
    m_field->setParent(&window);
    window.show();
    QTest::keyClicks(m_field.get(), u"Nvidia"_s);
    QTest::keyClick(m_field.get(), Qt::Key_Escape);
    QVERIFY(m_field->text().isEmpty());
    QTRY_COMPARE(m_told->count(), 1);
    QCOMPARE(m_told->front().front().toString(), QString());
    QKeyEvent second(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    second.accept();
    QCoreApplication::sendEvent(m_field.get(), &second);
    QVERIFY(!second.isAccepted()); // closes what it stands in
    m_field->setParent(nullptr);
}

void FilterFieldTest::whatTheProgramSetsIsNotTold()
{
    QTest::keyClicks(m_field.get(), u"Nvi"_s);
    m_field->setFilter(u"Broadcom"_s);
    QTest::keyClick(m_field.get(), Qt::Key_Return);
    QCOMPARE(m_left->count(), 1);
    QCOMPARE(m_told->count(), 0);
}

void FilterFieldTest::whatIsSetCanBeCleared()
{
    m_field->setFilter(u"Broadcom"_s);
    auto *clear = m_field->findChild<QToolButton *>();
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE(m_told->count(), 1);
    QVERIFY(m_field->text().isEmpty());
}

QTEST_MAIN(FilterFieldTest)
#include "tst_filterfield.moc"
