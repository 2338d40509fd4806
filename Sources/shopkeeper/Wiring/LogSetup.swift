import ArgumentParser
import Logging

/// Where log lines go: standard error, so that standard output stays the program's own; never a shopper's word.
enum LogSetup {
    static func logger(level: Logger.Level) -> Logger {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "shopkeeper")
        logger.logLevel = level
        return logger
    }
}

extension Logger {
    /// A logger that keeps quiet below a level, for programs whose screen belongs to a chat.
    static func quiet(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "shopkeeper") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}

/// How much is logged, as the command line says it.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case trace, debug, info, notice, warning, error

    var level: Logger.Level {
        switch self {
        case .trace: .trace
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        }
    }
}
