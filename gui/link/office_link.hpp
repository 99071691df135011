// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

#include "contract/act.hpp"
#include "gui/link/trouble.hpp"

namespace gui {

/// Asks an office on threads of its own, and calls back on the interface's: nobody waits in the interface. Here it is
/// told, in one place for all who ask, that a session ended, and that the office is away and is there again.
class OfficeLink : public QObject {
    Q_OBJECT
   public:
    using Opening = std::function<std::unique_ptr<contract::Office>()>;
    using OnTrouble = std::function<void(const Trouble&)>;
    template <contract::Request R>
    using OnAnswer = std::function<void(const typename R::Answer&)>;

    /// The office is opened when it is first asked, on a thread of its own too.
    explicit OfficeLink(Opening opening);
    /// Waits for what is being asked; the answers are dropped.
    ~OfficeLink() override;

    /// Asks on behalf of `asker`; where that is gone meanwhile, the answer is dropped.
    template <contract::Request R>
    void ask(QObject* asker, const contract::Credentials& credentials, const R& request, OnAnswer<R> answered,
             OnTrouble troubled) {
        auto answer = std::make_shared<typename R::Answer>();
        send({asker, credentials.session, R::kAct.effect,
              [=, this]() -> base::Outcome {
                  auto asked = office().ask(credentials, request);
                  if (!asked) return asked.refusal();
                  *answer = std::move(asked).value();
                  return {};
              },
              [answer, answered = std::move(answered)] { answered(*answer); }, std::move(troubled)});
    }

    /// Something else that is done with the office, in the session of `token`, and takes its time.
    void conduct(QObject* asker, const std::string& token, std::function<base::Outcome(contract::Office&)> work,
                 std::function<void()> done, OnTrouble troubled);

    /// Makes what the office is to be opened over.
    void found(QObject* asker, std::function<base::Outcome()> work, std::function<void()> done, OnTrouble troubled);

    [[nodiscard]] bool isOfficeAway() const { return m_away; }
    /// Acts that were sent and not answered yet.
    [[nodiscard]] int pending() const { return m_pending; }
    /// How long after the office was found away it is tried again.
    void setPause(std::chrono::milliseconds pause) { m_again.setInterval(pause); }

   signals:
    /// Somebody asked with a session that stands no more.
    void sessionEnded(const std::string& token, const gui::Trouble& why);
    void officeAway(const gui::Trouble& why);
    void officeBack();

   private:
    struct Errand {
        QPointer<QObject> asker;
        std::string token;
        contract::Effect effect;
        std::function<base::Outcome()> perform;
        std::function<void()> answered;
        OnTrouble troubled;
    };
    void send(Errand errand);
    /// Keeps nothing of the errand on its thread: what it holds may belong to the interface.
    void run(std::shared_ptr<Errand> errand);
    void arrive(const Errand& errand, const std::optional<Trouble>& trouble);
    void tryAgain();
    contract::Office& office();

    Opening m_opening;
    std::mutex m_opens;
    std::unique_ptr<contract::Office> m_office;
    QThreadPool m_brief;             ///< reads and changes
    std::list<std::jthread> m_long;  ///< what conducts or waits
    QTimer m_again;
    bool m_away = false;
    int m_pending = 0;
};

}  // namespace gui
