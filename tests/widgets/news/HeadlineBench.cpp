// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineBench.h"

#include <pipeline/SampleCase.h>

#include <QFile>
#include <QLabel>
#include <QTest>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;

bool HeadlineBench::makeSample()
{
    return pipeline::writeSampleStore(m_sample.filePath(u"sample.tickmark"_s), false, *m_calendars, core::Time{1})
        .has_value();
}

bool HeadlineBench::start()
{
    m_folder = std::make_unique<QTemporaryDir>();
    if (!QFile::copy(m_sample.filePath(u"sample.tickmark"_s), m_folder->filePath(u"a.tickmark"_s)))
        return false;
    m_appearance = std::make_unique<style::Appearance>(u"de"_s);
    return m_appearance->setZone("Europe/Berlin") && open();
}

bool HeadlineBench::open()
{
    auto future = pipeline::StoreSession::open(m_folder->filePath(u"a.tickmark"_s), m_calendars);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }) || !future.result())
        return false;
    m_session = *future.result();
    m_panel = std::make_unique<HeadlinePanel>(*m_appearance);
    m_head.reset(m_panel->makeHead(nullptr));
    m_panel->resize(428, 700);
    m_panel->show();
    m_panel->setSession(m_session.get());
    return QTest::qWaitFor([this] { return rows() == kHeadlines; });
}

void HeadlineBench::close()
{
    m_panel.reset();
    m_head.reset();
    m_session.reset();
}

QStringList HeadlineBench::labels(const QWidget &widget) const
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget) && !label->text().isEmpty())
            texts += label->text();
    }
    return texts;
}

QComboBox *HeadlineBench::box(const QString &name) const
{
    for (auto *found : m_panel->findChildren<QComboBox *>()) {
        if (found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

tables::ClaimBookPtr HeadlineBench::claims() const
{
    const auto book = m_session->read([](store::StoreReader &reader, std::stop_token stop) {
        return tables::ClaimBook::load(reader, u"de"_s, std::move(stop));
    });
    return *book.result();
}

void HeadlineBench::clickRow(int at)
{
    list()->scrollTo(row(at));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(row(at)).center());
}
