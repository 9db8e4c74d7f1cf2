#include "internal.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Requests set a flag for the loop. Faults bring the terminal back, put the former handler in place
 * and return, so that the runtime's report of the fault lands on a clean screen. */
static const int requests[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT};
enum { REQUESTS = sizeof requests / sizeof *requests, FAULTS = sizeof faults / sizeof *faults };

static struct sigaction former[NSIG];
static char fault_stack[16384];
static int owns_stack;
static volatile sig_atomic_t end_requests;

void ct_restore_raw(void) {
  if (!atomic_exchange(&ct_shared.is_up, 0)) return;
  ct_write_all(ct_shared.output, ct_shared.restore, ct_shared.restore_length);
  tcsetattr(ct_shared.input, TCSADRAIN, &ct_shared.modes);
  if (ct_shared.stderr_copy < 0) return;
  dup2(ct_shared.stderr_copy, STDERR_FILENO);
  ct_capture_replay_raw();
}

static void request(int number) {
  int error = errno;
  int flag = number == SIGWINCH  ? CT_RESIZED
             : number == SIGTSTP ? CT_STOP
             : number == SIGCONT ? CT_RESUMED
                                 : CT_ENDED;
  if (flag == CT_ENDED && end_requests++ > 0) {
    /* The loop did not answer the first time: end without it. */
    ct_restore_raw();
    signal(number, SIG_DFL);
    raise(number);
  }
  atomic_fetch_or(&ct_shared.pending, flag);
  ct_poke();
  errno = error;
}

static void fault(int number, siginfo_t *information, void *context) {
  (void)context;
  int error = errno;
  ct_restore_raw();
  sigaction(number, &former[number], NULL);
  /* A fault of the program's own happens again on return; one that was sent does not. */
  if (information->si_code <= 0) raise(number);
  errno = error;
}

void ct_install_handlers(void) {
  end_requests = 0;
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    stack_t own = {.ss_sp = fault_stack, .ss_size = sizeof fault_stack};
    owns_stack = sigaltstack(&own, NULL) == 0;
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = request;
  for (int index = 0; index < REQUESTS; index++)
    sigaction(requests[index], &action, &former[requests[index]]);
  sigemptyset(&action.sa_mask);
  action.sa_sigaction = fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int index = 0; index < FAULTS; index++)
    sigaction(faults[index], &action, &former[faults[index]]);
}

void ct_remove_handlers(void) {
  for (int index = 0; index < REQUESTS; index++)
    sigaction(requests[index], &former[requests[index]], NULL);
  for (int index = 0; index < FAULTS; index++)
    sigaction(faults[index], &former[faults[index]], NULL);
  if (!owns_stack) return;
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  owns_stack = 0;
}
