// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceBench.h"
#include <dialogs/SourceDraft.h>
#include <dialogs/SourceEditDialog.h>

#include <QComboBox>
#include <QSignalSpy>

namespace tickmark::dialogs {

//! The form of a source over a real store, opened anew by each test.
class SourceFormBench : public QObject
{
protected:
    void start()
    {
        m_bench = std::make_unique<SourceBench>();
        m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
        QVERIFY(m_bench->open());
    }
    void close() { m_dialog.reset(); }

    template <typename Widget>
    [[nodiscard]] Widget &part(const char *name) const
    {
        return *m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    //! The address field of the form, or of the mirror.
    [[nodiscard]] QLineEdit &address() const
    {
        const QString name = QStringLiteral("address");
        for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>(name)) {
            if (edit->isVisible())
                return *edit;
        }
        return *m_dialog->findChild<QLineEdit *>(name);
    }
    [[nodiscard]] QString problem(SourceField field) const
    {
        const auto &label = part<QLabel>(qPrintable(QStringLiteral("problem.%1").arg(int(field))));
        return label.isVisible() ? label.text() : QString();
    }
    void open(const std::optional<store::SourceSetup> &setup = {})
    {
        m_dialog = std::make_unique<SourceEditDialog>(*m_appearance, m_bench->tools(), setup);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        QTRY_COMPARE(part<QTableView>("sourceInstruments").model()->rowCount(), 4);
    }
    void choose(const char *provider)
    {
        auto &box = part<QComboBox>("provider");
        box.setCurrentIndex(box.findData(QString::fromLatin1(provider)));
    }
    void save()
    {
        QSignalSpy saved(m_dialog.get(), &SourceEditDialog::saved);
        part<QPushButton>("save").click();
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!m_dialog->isVisible());
    }

    std::unique_ptr<SourceBench> m_bench;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<SourceEditDialog> m_dialog;
};

} // namespace tickmark::dialogs
