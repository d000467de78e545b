// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/StoreSession.h>
#include <pipeline/TextCheck.h>
#include <tables/ClaimBook.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace tickmark::claimview {

//! Checks a text that changes while it is typed: waits until the typing rests, on a reader's thread from then on; a newer
//! text stops the check of the one before, whose answer never comes. GUI thread. Owned by what shows the answer; may
//! outlive the session.
class CheckTextRun : public QObject
{
    Q_OBJECT

public:
    static constexpr int kRestMs = 250;

    explicit CheckTextRun(QObject *parent = nullptr);
    ~CheckTextRun() override;

    //! Null: no store is open. Stops what is on its way.
    void setSession(pipeline::StoreSession *session);
    //! Instruments are labelled in `labels`, the language of the window. TextToCheck::now is set here.
    void request(pipeline::TextToCheck text, const QString &labels);
    //! Nothing is to be checked.
    void cancel();
    //! From request() to its answer.
    [[nodiscard]] bool isBusy() const { return m_request.has_value(); }

Q_SIGNALS:
    //! `language`: as which the text was read, "de", "en" or empty.
    void checked(const tickmark::tables::ClaimBookPtr &claims, const QString &language);
    void failed(const tickmark::core::Error &error);

private:
    using RulesPtr = std::shared_ptr<const pipeline::TextCheckRules>;
    struct Request
    {
        pipeline::TextToCheck text;
        QString labels;
    };
    struct Answer
    {
        tables::ClaimBookPtr claims;
        QString language;
        RulesPtr rules;
    };

    void start();
    [[nodiscard]] static core::Result<Answer> check(const Request &request, RulesPtr rules,
                                                    const core::CalendarSet &calendars, store::StoreReader &reader,
                                                    const std::stop_token &stop);

    QPointer<pipeline::StoreSession> m_session;
    QTimer m_rest;
    std::optional<Request> m_request; //!< the newest one, until it is answered
    quint64 m_number = 0;             //!< of it
    std::stop_source m_stop;
    RulesPtr m_rules;    //!< null: to be read again
    quint64 m_names = 0; //!< how often instruments changed
};

} // namespace tickmark::claimview
