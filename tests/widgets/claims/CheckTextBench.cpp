// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextBench.h"

#include <pipeline/SampleCase.h>

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QTest>

#include <claimview/ClaimRowsModel.h>
#include <claimview/VerdictDelegate.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;

bool CheckTextBench::makeSample()
{
    return pipeline::writeSampleStore(m_sample.filePath(u"a.tickmark"_s), false, *m_calendars, core::Time{1})
        .has_value();
}

bool CheckTextBench::start()
{
    m_folder = std::make_unique<QTemporaryDir>();
    if (!QFile::copy(m_sample.filePath(u"a.tickmark"_s), m_folder->filePath(u"a.tickmark"_s)))
        return false;
    m_appearance = std::make_unique<style::Appearance>(u"de"_s);
    m_session = openSession();
    if (!m_appearance->setZone("Europe/Berlin") || !m_session)
        return false;
    m_dialog = std::make_unique<CheckTextDialog>(*m_appearance);
    m_dialog->setPublished(kMondayNight);
    m_dialog->setSession(m_session.get());
    m_dialog->show();
    return true;
}

void CheckTextBench::stop()
{
    m_dialog.reset();
    m_session.reset();
}

std::shared_ptr<pipeline::StoreSession> CheckTextBench::openSession() const
{
    auto future = pipeline::StoreSession::open(m_folder->filePath(u"a.tickmark"_s), m_calendars);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }))
        return nullptr;
    return future.result().value_or(nullptr);
}

//! "NVDA close" and so on, as the rows say it.
QStringList CheckTextBench::verdicts() const
{
    QStringList list;
    for (int row = 0; row < rows(); ++row) {
        const int code = table()->model()->index(row, ClaimRowsModel::Verdict).data(kVerdictRole).toInt();
        list.append(cell(row, ClaimRowsModel::Instrument) + u' ' + claims::verdictCodeText(VerdictCode(code)));
    }
    return list;
}

void CheckTextBench::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    editor()->setFocus();
    QTest::keySequence(editor(), QKeySequence::Paste);
}

void CheckTextBench::openAnew()
{
    m_dialog = std::make_unique<CheckTextDialog>(*m_appearance);
    m_dialog->setSession(m_session.get());
    m_dialog->show();
}
