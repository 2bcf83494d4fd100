#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "app/interrupts.hpp"
#include "tests/app/program.hpp"

using program::contains;

TEST_CASE("an interrupted comparison ends its threads, says how far it came and leaves no file") {
  for (const int signal : {SIGINT, SIGTERM})
    for (const program::Arguments& form :
         {program::Arguments{"--replications", "900000"}, program::Arguments{"--precision", "0.000001%"}}) {
      const program::Folder folder;
      using program::operator+;
      program::Running running(
          program::Arguments{"compare", program::first_steps, "--threads", "2", "--output", folder / "answer.txt"} +
          form);
      running.wait_until_interruptible();
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      kill(running.id(), signal);
      const program::Outcome outcome = running.wait();
      CHECK(outcome.code == 130);
      CHECK(outcome.out.empty());
      CHECK(contains(outcome.err, "interrupted after "));
      CHECK(folder.content().empty());
    }
}

TEST_CASE("what was there before an interruption is still there") {
  const program::Folder folder;
  program::write(folder / "answer.json", "old");
  program::Running running(
      {"run", program::first_steps, "--replications", "900000", "--output", folder / "answer.json", "--lang", "ru"});
  running.wait_until_interruptible();
  kill(running.id(), SIGINT);
  const program::Outcome outcome = running.wait();
  CHECK(outcome.code == 130);
  CHECK(contains(outcome.err, "прервано после "));
  CHECK(program::read(folder / "answer.json") == "old");
  CHECK(folder.content().size() == 1);
}

TEST_CASE("the first signal asks to stop, and the second one ends the program") {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    const app::Interrupts interrupts;
    kill(getpid(), SIGINT);
    for (int i = 0; i < 1000 && !interrupts.requested(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (!interrupts.requested()) _exit(1);
    kill(getpid(), SIGTERM);
    std::this_thread::sleep_for(std::chrono::seconds(20));
    _exit(2);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGTERM);
}

TEST_CASE("signals have their usual effect again after a run") {
  sigset_t before{};
  pthread_sigmask(SIG_SETMASK, nullptr, &before);
  {
    const app::Interrupts interrupts;
    sigset_t during{};
    pthread_sigmask(SIG_SETMASK, nullptr, &during);
    CHECK_FALSE(interrupts.requested());
  }
  sigset_t after{};
  pthread_sigmask(SIG_SETMASK, nullptr, &after);
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1})
    CHECK(sigismember(&before, signal) == sigismember(&after, signal));
}
