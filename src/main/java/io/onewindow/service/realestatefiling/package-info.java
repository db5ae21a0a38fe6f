/** 房地产综合验收备案: what filing a finished development needs beyond its model. */
package io.onewindow.service.realestatefiling;
